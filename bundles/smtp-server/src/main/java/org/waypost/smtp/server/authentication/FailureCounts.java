package org.waypost.smtp.server.authentication;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Failures of each of many, within a window that begins with the first. Bounded: the oldest are forgotten. Any thread. */
final class FailureCounts {
    private static final int MAX_KEPT = 10_000;

    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_KEPT;
        }
    };

    synchronized int count(String who, Instant now) {
        Failures found = failures.get(who);
        return found == null || !now.isBefore(found.end()) ? 0 : found.count();
    }

    /** @return how many there are now */
    synchronized int add(String who, Instant now, Duration window) {
        int count = count(who, now) + 1;
        Instant end = count == 1 ? now.plus(window) : failures.get(who).end();
        failures.remove(who);
        failures.put(who, new Failures(count, end));
        return count;
    }

    synchronized void forget(String who) {
        failures.remove(who);
    }

    private record Failures(int count, Instant end) {}
}
