package org.waypost.directory.ldap;

import org.apache.directory.api.ldap.model.exception.LdapException;

/** The connection was closed before the answer came. */
final class ConnectionLostException extends LdapException {
    private static final long serialVersionUID = 1L;

    ConnectionLostException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
