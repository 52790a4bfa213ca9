package org.waypost.directory.ldap;

import org.apache.directory.api.ldap.model.exception.LdapException;

/** There is no connection, so nothing of the request was sent. */
final class NotConnectedException extends LdapException {
    private static final long serialVersionUID = 1L;

    NotConnectedException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
