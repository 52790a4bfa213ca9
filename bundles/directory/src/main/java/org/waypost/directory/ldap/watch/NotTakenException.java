package org.waypost.directory.ldap.watch;

/** The listener did not take a batch. */
final class NotTakenException extends Exception {
    private static final long serialVersionUID = 1L;

    NotTakenException(Throwable cause) {
        super(cause);
    }
}
