package org.waypost.metric.source;

/** Something that is asked at each scrape. */
@FunctionalInterface
public interface Source {
    /** @throws Exception if it cannot be told now; what was told before counts */
    void tell(Gauges gauges) throws Exception;
}
