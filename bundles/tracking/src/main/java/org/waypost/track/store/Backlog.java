package org.waypost.track.store;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.waypost.tracking.TrackingEvent;

/** Events that wait to be written, a bounded number. Any thread. */
final class Backlog {
    private static final int MOST = 32_768;

    private final Queue<TrackingEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();

    /** Takes an event unless it is full. @return whether it has just become half full, and somebody should see to it */
    boolean add(TrackingEvent event) {
        int now = size.incrementAndGet();
        if (now > MOST) {
            size.decrementAndGet();
            dropped.incrementAndGet();
            return false;
        }
        events.add(event);
        return now == MOST / 2;
    }

    /** @return null if there is none */
    TrackingEvent poll() {
        TrackingEvent event = events.poll();
        if (event != null) {
            size.decrementAndGet();
        }
        return event;
    }

    /** How many were not taken since it was full. */
    long dropped() {
        return dropped.get();
    }
}
