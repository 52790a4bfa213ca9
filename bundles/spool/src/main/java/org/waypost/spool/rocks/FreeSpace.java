package org.waypost.spool.rocks;

import java.util.function.LongSupplier;
import org.waypost.event.EventLog;
import org.waypost.spool.SpoolFullException;

/** Whether the disk has room beyond the reserve. Looked at from time to time, so that nobody asks the disk per message. */
final class FreeSpace {
    private static final long MIB = 1 << 20;

    private final LongSupplier free;
    private final EventLog events;
    private volatile long reserve;
    private volatile boolean low;

    /** @param free octets free on the disk now */
    FreeSpace(LongSupplier free, long reserve, EventLog events) {
        this.free = free;
        this.reserve = reserve;
        this.events = events;
    }

    void reserve(long octets) {
        reserve = octets;
        look();
    }

    /** Asks the disk. */
    synchronized void look() {
        long now = free.getAsLong();
        boolean wasLow = low;
        low = now < reserve;
        if (low && !wasLow) {
            events.report(SpoolEvent.FULL, now / MIB, reserve / MIB);
        } else if (wasLow && !low) {
            events.report(SpoolEvent.ROOM_AGAIN, now / MIB);
        }
    }

    /** @throws SpoolFullException if there was none when last looked at */
    void need() {
        if (low) {
            throw new SpoolFullException("the disk of the spool has less than " + reserve / MIB + " MiB free");
        }
    }
}
