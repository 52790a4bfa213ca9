/** Puts the parts together: everything that serves by one set of settings. */
package org.waypost.directory.ldap.service;
