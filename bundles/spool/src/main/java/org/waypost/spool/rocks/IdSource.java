package org.waypost.spool.rocks;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that grow, also when the clock goes back and across restarts: 42 bits of milliseconds, 11 of
 * sequence, 10 of the node. When a millisecond is used up the next one is begun early. Any thread.
 */
final class IdSource {
    /** Node numbers are below this. */
    static final int NODES = 1 << 10;
    private static final int TIME_SHIFT = 21;

    private final AtomicLong last;
    private final InstantSource clock;

    /**
     * @param before the largest id handed out in an earlier life, or 0
     * @param node 0 to 1023
     */
    IdSource(long before, int node, InstantSource clock) {
        this.clock = clock;
        last = new AtomicLong((before & ~(NODES - 1L)) | node);
    }

    long next() {
        long now = clock.millis() << TIME_SHIFT | last.get() & NODES - 1;
        return last.accumulateAndGet(now, (before, candidate) -> Math.max(before + NODES, candidate));
    }

    long last() {
        return last.get();
    }
}
