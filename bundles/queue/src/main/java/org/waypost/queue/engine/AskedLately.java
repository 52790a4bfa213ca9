package org.waypost.queue.engine;

import java.time.Instant;

/**
 * Bounds how many questions are open, counting only those of this second and the one before: while the
 * directory is away, what it would have to be asked for keeps nothing waiting that is known without it.
 * How many are open in all is bounded by the messages in memory.
 */
final class AskedLately {
    private static final int MAX = 1_000;

    /** An open question. */
    interface Ask {
        /** It is answered. */
        void end();
    }

    private static final class Second {
        private int open;
    }

    private final Timer timer;
    private long now = Long.MIN_VALUE;
    private Second current = new Second();
    private Second before = new Second();
    private boolean waking;

    AskedLately(Timer timer) {
        this.timer = timer;
    }

    /** If not, the engine is woken when it may be otherwise. */
    boolean mayAsk(Instant time) {
        turn(time.getEpochSecond());
        boolean may = current.open + before.open < MAX;
        if (!may && !waking) {
            waking = true;
            timer.at(Instant.ofEpochSecond(now + 1), () -> waking = false);
        }
        return may;
    }

    Ask begin(Instant time) {
        turn(time.getEpochSecond());
        Second asked = current;
        asked.open++;
        return () -> asked.open--;
    }

    private void turn(long second) {
        if (second != now) {
            before = second == now + 1 ? current : new Second();
            current = new Second();
            now = second;
        }
    }
}
