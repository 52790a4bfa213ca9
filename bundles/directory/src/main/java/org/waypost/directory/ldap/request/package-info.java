/** The operations of LDAP as requests on one connection: they wait, in threads of a server's pool. */
package org.waypost.directory.ldap.request;
