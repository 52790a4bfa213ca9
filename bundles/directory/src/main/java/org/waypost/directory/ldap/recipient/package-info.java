/** Recipients through a cache: what is not in it is looked up together, many in one search. */
package org.waypost.directory.ldap.recipient;
