package org.waypost.link.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waypost.event.EventLog;
import org.waypost.link.LinkStateEvent;

/** Reports peers that are no servers of the organization, at most once an hour for each address. Any thread. */
public final class Strangers {
    static final Duration QUIET = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;

    private final String place;
    private final EventLog events;
    private final InstantSource clock;
    private final Map<String, Instant> reported = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param place where they are refused, for people */
    public Strangers(String place, EventLog events, InstantSource clock) {
        this.place = place;
        this.events = events;
        this.clock = clock;
    }

    /** @param address of the peer, without its port */
    public void refused(String address) {
        if (isDue(address)) {
            events.report(LinkStateEvent.STRANGER, address, place);
        }
    }

    private synchronized boolean isDue(String address) {
        Instant now = clock.instant();
        Instant last = reported.get(address);
        if (last != null && now.isBefore(last.plus(QUIET))) {
            return false;
        }
        reported.remove(address);
        reported.put(address, now);
        return true;
    }
}
