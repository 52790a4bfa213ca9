package org.waypost.categorize.lookup;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.waypost.categorize.CategorizerEvent;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.event.EventLog;

/**
 * The directory does not answer. Reported once, however many messages meet it; the question that met it
 * first is asked again and again until it is answered, and then everybody is told. Any thread.
 */
public final class Outage {
    private final EventLog events;
    private final Executor later;
    private final Runnable over;
    private final AtomicBoolean lasts = new AtomicBoolean();

    /**
     * @param later runs a task after a while, a second or so
     * @param over told when the directory answers again
     */
    public Outage(EventLog events, Executor later, Runnable over) {
        this.events = events;
        this.later = later;
        this.over = over;
    }

    /** A question was not answered. @return what its asker is to fail with */
    DirectoryAwayException met(Throwable failure, Supplier<? extends CompletionStage<?>> question) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        DirectoryAwayException away = cause instanceof DirectoryAwayException known ? known
                : new DirectoryAwayException(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        if (lasts.compareAndSet(false, true)) {
            events.report(CategorizerEvent.RETRYABLE, away.getMessage());
            later.execute(() -> probe(question));
        }
        return away;
    }

    private void probe(Supplier<? extends CompletionStage<?>> question) {
        question.get().whenComplete((answer, failure) -> {
            if (failure == null) {
                lasts.set(false);
                events.report(CategorizerEvent.GOES_ON);
                over.run();
            } else {
                later.execute(() -> probe(question));
            }
        });
    }
}
