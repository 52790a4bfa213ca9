package org.waypost.spool.rocks;

/** A row is not what this version or an older one wrote. */
final class DamagedRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedRowException(String message) {
        super(message);
    }
}
