package org.waypost.transport.mina.connection;

import java.time.Duration;
import org.waypost.connection.Want;

/**
 * The outstanding want and the time it has. Written in the mailbox; {@link #isLate} and
 * {@link #heard} come from other threads. Times are nanoseconds of one monotonic clock.
 */
final class Request {
    private Want want;
    private volatile long timeout;
    private volatile long since;
    private volatile boolean silenceCounts;

    void ask(Want newWant, Duration newTimeout, long now) {
        want = newWant;
        since = now;
        silenceCounts = !(newWant instanceof Want.Pause);
        timeout = newWant instanceof Want.Pause pause ? pause.length().toNanos() : newTimeout.toNanos();
    }

    void done() {
        want = null;
        timeout = 0;
    }

    /** Null when nothing is wanted. */
    Want want() {
        return want;
    }

    /** The peer sent something: it is silent from now on only. */
    void heard(long now) {
        if (silenceCounts) {
            since = now;
        }
    }

    boolean isLate(long now) {
        long allowed = timeout;
        return allowed > 0 && now - since >= allowed;
    }
}
