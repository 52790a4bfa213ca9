package org.waypost.queue.engine;

import java.util.concurrent.CompletionException;
import org.waypost.service.ServiceAwayException;

/** What a failed stage says. */
final class Failures {
    private Failures() {
    }

    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Nobody is to blame: the service was replaced. */
    static boolean isAway(Throwable failure) {
        return cause(failure) instanceof ServiceAwayException;
    }

    static String text(Throwable failure) {
        Throwable cause = cause(failure);
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
