package org.waypost.smtp.server.content;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the octets of messages that all sessions hold in memory, against one bound. Any thread. */
public final class ContentMemory {
    private final AtomicLong held = new AtomicLong();
    private volatile long bound;

    /** @param bound in octets, 0 or more */
    public ContentMemory(long bound) {
        this.bound = bound;
    }

    /** The new bound holds for what is asked for from now on. */
    public void bound(long octets) {
        bound = octets;
    }

    /** Takes the octets if they fit below the bound. */
    boolean tryTake(int octets) {
        if (held.addAndGet(octets) <= bound) {
            return true;
        }
        held.addAndGet(-octets);
        return false;
    }

    /** Takes octets that are in memory already. */
    void take(long octets) {
        held.addAndGet(octets);
    }

    void give(long octets) {
        held.addAndGet(-octets);
    }

    public long held() {
        return held.get();
    }
}
