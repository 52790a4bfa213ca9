package org.waypost.metabase.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.waypost.event.EventLog;
import org.waypost.metabase.schema.KeyTypes;

/**
 * What a metabase takes from outside.
 *
 * @param clock for versions and the ends of overrides
 * @param events takes its events
 * @param types what administrators' writes are checked against
 * @param tick how often it looks for overrides that end, and for a copy to be made
 */
public record MetabaseEnvironment(InstantSource clock, EventLog events, KeyTypes types, Duration tick) {
    public MetabaseEnvironment {
        Objects.requireNonNull(clock);
        Objects.requireNonNull(events);
        Objects.requireNonNull(types);
        Objects.requireNonNull(tick);
    }
}
