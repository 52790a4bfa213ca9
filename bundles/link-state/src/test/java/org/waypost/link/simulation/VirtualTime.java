package org.waypost.link.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** A clock that jumps from one event to the next. */
final class VirtualTime implements InstantSource {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private Instant now = START;
    private long count;

    private record Event(Instant time, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = time.compareTo(other.time);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    Duration passed() {
        return Duration.between(START, now);
    }

    void after(long millis, Runnable action) {
        events.add(new Event(now.plusMillis(millis), count++, action));
    }

    void run(Duration time) {
        Instant end = now.plus(time);
        while (!events.isEmpty() && !events.peek().time().isAfter(end)) {
            Event event = events.remove();
            now = event.time();
            event.action().run();
        }
        now = end;
    }
}
