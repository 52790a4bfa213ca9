package org.waypost.queue.component;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.waypost.queue.engine.Engine;
import org.waypost.queue.engine.EngineThread;

/**
 * Ends the engine within the five seconds that SCR grants: nothing new is begun, what is under way is
 * waited for and stored, then the spool is given to the next one.
 */
record Shutdown(Engine engine, EngineThread thread) {
    private static final long PATIENCE_MILLIS = 4_000;

    void run() {
        await(engine::stop);
        await(() -> {
            engine.end();
            return CompletableFuture.completedFuture(null);
        });
        thread.close();
    }

    private void await(Supplier<CompletableFuture<Void>> step) {
        try {
            CompletableFuture.supplyAsync(step, thread).thenCompose(done -> done).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // A delivery takes longer: the next version delivers that message again.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
