package org.waypost.metric;

import java.util.List;
import java.util.Objects;
import org.waypost.metric.health.Checkup;
import org.waypost.metrics.Vitals;

/** What is counted and what the checkup finds. */
public record LiveVitals(Rates rates, Checkup checkup, Ends ends) implements Vitals {
    public LiveVitals {
        Objects.requireNonNull(rates);
        Objects.requireNonNull(checkup);
        Objects.requireNonNull(ends);
    }

    @Override
    public List<Traffic> traffic() {
        return rates.traffic();
    }

    @Override
    public Health health() {
        return checkup.look();
    }

    @Override
    public Totals totals() {
        return ends.now();
    }
}
