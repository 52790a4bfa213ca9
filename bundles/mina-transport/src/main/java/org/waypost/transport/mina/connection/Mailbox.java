package org.waypost.transport.mina.connection;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs turns one after the other, in one thread at a time. After the turns that wait, and whenever it
 * was woken, it runs the settling turn, which works on what came in and sends what was written.
 */
final class Mailbox {
    private final Executor workers;
    private final Runnable settle;
    private final Consumer<Throwable> broken;
    private final ArrayDeque<Runnable> turns = new ArrayDeque<>(4);
    private boolean running;
    private boolean woken;

    /**
     * @param workers run turns that other threads gave
     * @param settle the settling turn
     * @param broken told of what a turn threw
     */
    Mailbox(Executor workers, Runnable settle, Consumer<Throwable> broken) {
        this.workers = workers;
        this.settle = settle;
        this.broken = broken;
    }

    /** Settles, in this thread unless another one is at it. For threads of the transport. */
    void wake() {
        synchronized (this) {
            woken = true;
            if (running) {
                return;
            }
            running = true;
        }
        drain();
    }

    /** Takes a turn from any thread; never runs it in that thread. */
    void submit(Runnable turn) {
        synchronized (this) {
            turns.add(turn);
            if (running) {
                return;
            }
            running = true;
        }
        workers.execute(this::drain);
    }

    private void drain() {
        do {
            for (Runnable turn = next(); turn != null; turn = next()) {
                run(turn);
            }
            run(settle);
        } while (!rests());
    }

    private synchronized Runnable next() {
        Runnable turn = turns.poll();
        if (turn == null) {
            woken = false;
        }
        return turn;
    }

    private synchronized boolean rests() {
        running = woken || !turns.isEmpty();
        return !running;
    }

    private void run(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException | Error e) {
            broken.accept(e);
        }
    }
}
