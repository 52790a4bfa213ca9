package org.waypost.http.filter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets through one of each kind in a minute. Any thread; its memory is bounded: the oldest are forgotten first. */
public final class OncePerMinute {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int KEPT = 10_000;

    private final Map<String, Instant> last = new LinkedHashMap<>();
    private final InstantSource clock;

    public OncePerMinute(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized boolean admits(String key) {
        Instant now = clock.instant();
        Instant before = last.get(key);
        if (before != null && now.isBefore(before.plus(MINUTE))) {
            return false;
        }
        last.remove(key);
        last.put(key, now);
        if (last.size() > KEPT) {
            Iterator<String> oldest = last.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }
}
