package org.waypost.metrics;

import org.osgi.annotation.versioning.ProviderType;

/** Counts and times. Any thread; returns at once and never fails. */
@ProviderType
public interface Meter {
    /**
     * One more.
     *
     * @param metric a counter
     * @param labels values of its labels, in their order; of each there must be few different ones
     */
    void count(Metric metric, String... labels);

    /**
     * How long something took.
     *
     * @param metric a histogram
     * @param nanos 0 or more; less counts as 0
     * @param labels as {@link #count}
     */
    void observe(Metric metric, long nanos, String... labels);

    /** Whether anybody listens, so that what costs is not made for nothing. */
    default boolean isOn() {
        return true;
    }
}
