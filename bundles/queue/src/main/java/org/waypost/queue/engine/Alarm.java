package org.waypost.queue.engine;

import java.time.Instant;

/** The earliest time at which some queue has something to do. May ring early, never late. */
final class Alarm {
    private Instant next = Instant.MAX;

    void set(Instant time) {
        if (time.isBefore(next)) {
            next = time;
        }
    }

    Instant next() {
        return next;
    }

    /** Whether the time has come; then the alarm is to be set anew. */
    boolean rings(Instant now) {
        if (now.isBefore(next)) {
            return false;
        }
        next = Instant.MAX;
        return true;
    }
}
