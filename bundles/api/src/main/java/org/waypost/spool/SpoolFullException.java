package org.waypost.spool;

/** The disk is full or the configured reserve is reached: nothing was stored, try later. */
public final class SpoolFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SpoolFullException(String message) {
        super(message, null, false, false);
    }
}
