package org.waypost.tracking;

import org.osgi.annotation.versioning.ProviderType;

/** Takes what happens to messages. Any thread; returns at once and never fails: what cannot be kept is dropped and counted. */
@ProviderType
public interface Tracking {
    void record(TrackingEvent event);

    /** Whether anybody keeps events now, so that what costs something to find out is not found out for nothing. */
    default boolean isOn() {
        return true;
    }
}
