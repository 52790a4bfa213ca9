package org.waypost.rus.engine;

import java.time.InstantSource;
import java.util.UUID;
import org.waypost.directory.Directory;
import org.waypost.event.EventLog;
import org.waypost.rus.lease.BulkLease;
import org.waypost.rus.lease.Container;
import org.waypost.rus.lease.LeaseWatch;
import org.waypost.rus.lease.Timer;

/**
 * Gives addresses to recipients of one directory. Who holds the lease of runs does it on his own authority; without it each
 * address is reserved. Either finds what the other does: see {@code docs/adr/0004-a-lease-for-runs.md}. Any thread.
 */
final class Allotments {
    private final Crowd crowd = new Crowd();
    private final Claims claims = new Claims();
    private final Holders holders;
    private final Reservations reservations;
    private final LeaseWatch watch;
    private final BulkLease lease;
    private final boolean writes;

    /**
     * @param holder name of this instance among all that work with the directory
     * @param writes false to take nothing, for a report
     */
    Allotments(Directory directory, String organization, String holder, boolean writes, InstantSource clock, Timer timer, EventLog events) {
        Container container = new Container(directory, organization);
        this.writes = writes;
        holders = new Holders(directory, crowd);
        reservations = new Reservations(directory, holders, container, crowd, clock, events);
        watch = new LeaseWatch(container, holder, timer, dead -> events.report(RusEvent.LEASE_ENDED, dead.holder()));
        lease = new BulkLease(container, watch, holder, timer);
    }

    BulkLease lease() {
        return lease;
    }

    Holders holders() {
        return holders;
    }

    /** For an attempt that begins: under the lease if it is held. */
    Allotment begin(UUID recipient) {
        return lease.begin().<Allotment>map(ticket -> new Leased(new Grip(claims, recipient), ticket, holders, reservations, crowd))
                .orElseGet(() -> reserved(recipient));
    }

    /** For an attempt that begins, the lease or not. */
    Allotment reserved(UUID recipient) {
        return writes ? new Reserved(new Grip(claims, recipient), holders, reservations, watch, crowd) : new Forecast(holders, recipient);
    }
}
