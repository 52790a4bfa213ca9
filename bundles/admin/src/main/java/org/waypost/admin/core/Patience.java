package org.waypost.admin.core;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.waypost.admin.Answer;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.service.ServiceAwayException;

/**
 * Waits for a service on behalf of a person.
 *
 * @param service for the sentences, such as {@code The queuing engine}
 * @param length how long
 * @param remedy what a person can do while the service is away, as sentences
 */
record Patience(String service, Duration length, String remedy) {
    static final String AGAIN = "Try again in some seconds.";

    Patience(String service, Duration length) {
        this(service, length, AGAIN);
    }

    <T, R> Answer<R> await(CompletionStage<T> stage, Function<T, Answer<R>> then) {
        try {
            return then.apply(stage.toCompletableFuture().get(length.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            // What ends later is recorded all the same. In a thread that may wait, as this one may.
            stage.toCompletableFuture().thenAcceptAsync(Caller.kept(then::apply));
            return new Answer.Refused<>(service + " did not answer within " + length.toSeconds()
                    + " s; what was asked for may still happen. Look again in a moment.", Answer.Cause.AWAY);
        } catch (ExecutionException e) {
            return refused(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Refused<>("The wait for the answer was interrupted; what was asked for may still happen.");
        }
    }

    /** Why there is no answer. */
    <R> Answer<R> refused(Throwable cause) {
        boolean away = cause instanceof DirectoryAwayException || cause instanceof ServiceAwayException;
        return new Answer.Refused<>(failure(cause), away ? Answer.Cause.AWAY : Answer.Cause.NOT_POSSIBLE);
    }

    /** As {@link #refused(Throwable)}, of what may be wrapped. @param partly what was done all the same, a sentence; empty for nothing */
    <R> Answer<R> refused(Throwable failure, String partly) {
        Answer.Refused<R> refused = (Answer.Refused<R>) this.<R>refused(failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure);
        return partly.isEmpty() ? refused : new Answer.Refused<>(refused.reason() + " Before that: " + partly, refused.cause());
    }

    private String failure(Throwable cause) {
        if (cause instanceof DirectoryAwayException) {
            return "No directory server answers: " + cause.getMessage() + ". directory:servers shows them; try again when one is up.";
        }
        if (cause instanceof DirectoryRefusedException refused) {
            return "The directory refused that (result " + refused.resultCode() + "): " + refused.getMessage() + ".";
        }
        return cause instanceof ServiceAwayException
                ? service + " is stopped or being replaced (" + cause.getMessage() + "). " + remedy
                : service + " failed: " + cause + ". The event log may say more.";
    }
}
