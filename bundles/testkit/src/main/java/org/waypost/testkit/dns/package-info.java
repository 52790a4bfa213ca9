/** Name lookups in memory, and the contract every provider of {@link org.waypost.dns.Dns} keeps. */
package org.waypost.testkit.dns;
