package org.waypost.module.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.waypost.module.engine.Platform.SwapException;

/** Puts a jar in within a time: the code of a module may hang, in a thread of its own then, which is interrupted. */
final class Swapper {
    private final Platform platform;

    Swapper(Platform platform) {
        this.platform = platform;
    }

    void swap(String name, Path jar, Duration patience) throws SwapException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            platform.swap(name, jar);
            return null;
        });
        Thread thread = new Thread(task, "waypost-modules-swap");
        thread.setDaemon(true);
        thread.start();
        try {
            await(task, thread, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SwapException("the wait for it was interrupted", e);
        }
    }

    private static void await(FutureTask<Void> task, Thread thread, Duration patience) throws SwapException, InterruptedException {
        try {
            task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            thread.join(patience.toMillis());
            throw new SwapException("it did not start within " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SwapException known ? known : new SwapException("it failed: " + e.getCause(), e.getCause());
        }
    }
}
