package org.waypost.track.store;

import java.util.ArrayList;
import java.util.List;
import org.waypost.tracking.TrackingEvent;

/**
 * Events that wait to be written, a bounded number. Whoever records waits for others that record at most; the one thread
 * that writes takes all of them at once.
 */
final class Backlog {
    private static final int MOST = 32_768;

    private List<TrackingEvent> waiting = new ArrayList<>();
    private long dropped;
    /** Of the thread that writes. */
    private List<TrackingEvent> taken = new ArrayList<>();
    private int next;

    /** Takes an event unless it is full. Any thread. @return whether it has just become half full, and somebody should see to it */
    synchronized boolean add(TrackingEvent event) {
        if (waiting.size() == MOST) {
            dropped++;
            return false;
        }
        waiting.add(event);
        return waiting.size() == MOST / 2;
    }

    /** One thread at a time. @return null if there is none */
    TrackingEvent poll() {
        if (next == taken.size()) {
            taken.clear();
            next = 0;
            swap();
        }
        return next == taken.size() ? null : taken.get(next++);
    }

    /** How many were not taken since it was full. Any thread. */
    synchronized long dropped() {
        return dropped;
    }

    private synchronized void swap() {
        List<TrackingEvent> full = waiting;
        waiting = taken;
        taken = full;
    }
}
