/** Real LDAP servers, installed on the machine, run by a test in a folder of its own. */
package org.waypost.testkit.ldap;
