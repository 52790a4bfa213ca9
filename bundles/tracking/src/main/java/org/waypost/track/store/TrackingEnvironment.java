package org.waypost.track.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.waypost.event.EventLog;

/**
 * What tracking takes from outside.
 *
 * @param clock for the days
 * @param events takes its events
 * @param tick how often what was recorded is written
 */
public record TrackingEnvironment(InstantSource clock, EventLog events, Duration tick) {
    public TrackingEnvironment {
        Objects.requireNonNull(clock);
        Objects.requireNonNull(events);
        Objects.requireNonNull(tick);
    }
}
