package org.waypost.service;

/** A service was away, or left before it answered: try again. It carries no stack trace. */
public final class ServiceAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServiceAwayException(String message) {
        super(message, null, false, false);
    }
}
