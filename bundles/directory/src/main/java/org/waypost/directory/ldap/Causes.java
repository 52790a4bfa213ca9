package org.waypost.directory.ldap;

import java.util.concurrent.CompletionException;

/** Failures in words. */
public final class Causes {
    private Causes() {}

    /** The innermost message, which is the one that says what happened. */
    public static String text(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank() ? innermost.getClass().getSimpleName() : message.trim();
    }

    /** Without what a {@link java.util.concurrent.CompletionStage} wraps around it. */
    public static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
