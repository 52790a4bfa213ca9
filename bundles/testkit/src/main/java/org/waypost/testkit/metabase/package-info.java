/** A metabase in memory, and the contract that it and every other provider pass. */
package org.waypost.testkit.metabase;
