package org.waypost.spool.rocks;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.waypost.service.ServiceAwayException;
import org.waypost.service.Threads;

/** The few threads that wait for the disk. Any thread. */
final class Disk implements AutoCloseable {
    private static final int THREADS = 2;

    /** Work that may wait. */
    interface Work<R> {
        R run() throws IOException;
    }

    private final ExecutorService threads;

    Disk() {
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(THREADS, work -> new Thread(work, "waypost-spool-disk-" + number.incrementAndGet()));
    }

    <R> CompletionStage<R> run(Work<R> work) {
        CompletableFuture<R> result = new CompletableFuture<>();
        try {
            threads.execute(() -> run(work, result));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new ServiceAwayException("the spool is closed"));
        }
        return result;
    }

    /** Ends what was begun. */
    @Override
    public void close() {
        Threads.end(threads);
    }

    /** The failure itself, without what stages wrapped it in. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static <R> void run(Work<R> work, CompletableFuture<R> result) {
        R value;
        try {
            value = work.run();
        } catch (IOException | RuntimeException e) {
            result.completeExceptionally(e);
            return;
        }
        result.complete(value);
    }
}
