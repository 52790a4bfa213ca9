package org.waypost.queue.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The engine's thread: runs the tasks that came, all of them, then gives the engine its turn, then waits
 * for tasks or the time that the turn named. Tasks of many answers share one turn, which is what groups
 * their results into one sync.
 */
public final class EngineThread implements Executor, AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Consumer<RuntimeException> fault;
    private ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private ArrayDeque<Runnable> spare = new ArrayDeque<>();
    private Thread thread;
    private boolean closed;

    /** @param fault told of what tasks and turns throw; the thread goes on */
    public EngineThread(InstantSource clock, Consumer<RuntimeException> fault) {
        this.clock = clock;
        this.fault = fault;
    }

    /** Tasks that came before this wait for it. */
    public void start(String name, Supplier<Instant> turn) {
        thread = new Thread(() -> run(turn), name);
        thread.start();
    }

    @Override
    public synchronized void execute(Runnable task) {
        tasks.add(task);
        if (tasks.size() == 1) {
            notifyAll();
        }
    }

    /** Ends the thread after the tasks it has; what comes later is never run. Waits for it, 5 s at most. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Supplier<Instant> turn) {
        Instant next = clock.instant();
        for (ArrayDeque<Runnable> batch = take(next); batch != null; batch = take(next)) {
            for (Runnable task = batch.poll(); task != null; task = batch.poll()) {
                guarded(task);
            }
            Instant[] answer = {clock.instant().plusSeconds(1)};
            guarded(() -> answer[0] = turn.get());
            next = answer[0];
        }
    }

    /** The tasks that came, as soon as there are some or it is time; null at the end. */
    private synchronized ArrayDeque<Runnable> take(Instant next) {
        while (tasks.isEmpty() && !closed) {
            long millis = millisUntil(next);
            if (millis <= 0) {
                break;
            }
            try {
                wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed = true;
            }
        }
        if (tasks.isEmpty() && closed) {
            return null;
        }
        ArrayDeque<Runnable> taken = tasks;
        tasks = spare;
        spare = taken;
        return taken;
    }

    private long millisUntil(Instant next) {
        Instant now = clock.instant();
        Instant limit = now.plus(LONGEST_WAIT);
        return Duration.between(now, next.isBefore(limit) ? next : limit).plusNanos(999_999).toMillis();
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            fault.accept(e);
        }
    }
}
