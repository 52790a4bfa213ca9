package org.waypost.testkit.connection;

import java.util.ArrayDeque;

/** Runs turns one after the other, in the thread of whoever adds to it while it is idle. */
final class Mailbox {
    private final ArrayDeque<Runnable> turns = new ArrayDeque<>();
    private boolean running;

    void execute(Runnable turn) {
        synchronized (turns) {
            turns.add(turn);
            if (running) {
                return;
            }
            running = true;
        }
        drain();
    }

    private void drain() {
        Runnable turn = next();
        while (turn != null) {
            try {
                turn.run();
            } catch (RuntimeException | Error e) {
                idle();
                throw e;
            }
            turn = next();
        }
    }

    private void idle() {
        synchronized (turns) {
            running = false;
        }
    }

    private Runnable next() {
        synchronized (turns) {
            Runnable turn = turns.poll();
            running = turn != null;
            return turn;
        }
    }
}
