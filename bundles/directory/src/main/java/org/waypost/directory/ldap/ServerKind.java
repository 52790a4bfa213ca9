package org.waypost.directory.ldap;

/** Makes of LDAP servers that want to be spoken to differently. */
public enum ServerKind {
    OPENLDAP,
    ACTIVE_DIRECTORY,
    APACHEDS,
    OTHER
}
