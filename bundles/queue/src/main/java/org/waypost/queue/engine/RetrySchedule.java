package org.waypost.queue.engine;

import java.time.Duration;
import java.util.List;

/**
 * How long to wait after each failure.
 *
 * @param delays after the first, second, ... failure; the last one repeats; at least one, all positive
 */
public record RetrySchedule(List<Duration> delays) {
    public RetrySchedule {
        delays = List.copyOf(delays);
        if (delays.isEmpty() || delays.stream().anyMatch(delay -> delay.isZero() || delay.isNegative())) {
            throw new IllegalArgumentException("retry delays " + delays);
        }
    }

    /** @param failures so far, 1 or more */
    Duration after(int failures) {
        return delays.get(Math.min(failures, delays.size()) - 1);
    }
}
