package org.waypost.rus.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.rus.lease.Timer;

/** The machine's monotonic time, and a thread to wait. */
record ThreadTimer(ScheduledExecutorService thread) implements Timer {
    @Override
    public Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }

    @Override
    public CompletionStage<Void> after(Duration pause) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        try {
            thread.schedule(() -> end.complete(null), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            end.completeExceptionally(new DirectoryAwayException("the instance was ended"));
        }
        return end;
    }
}
