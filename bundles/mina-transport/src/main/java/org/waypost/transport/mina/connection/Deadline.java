package org.waypost.transport.mina.connection;

import java.time.Duration;

/** A moment by which something must have happened, while one is set. Any thread. */
final class Deadline {
    /** Nanoseconds of the monotonic clock, never 0 while set. */
    private volatile long at;

    void set(long now, Duration patience) {
        at = now + patience.toNanos() | 1;
    }

    void clear() {
        at = 0;
    }

    boolean isSet() {
        return at != 0;
    }

    boolean isOver(long now) {
        long limit = at;
        return limit != 0 && now - limit >= 0;
    }
}
