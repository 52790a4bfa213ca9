/** Users prove who they are: found by a search, believed by a bind of their own. */
package org.waypost.directory.ldap.login;
