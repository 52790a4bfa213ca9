package org.waypost.module.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.waypost.metrics.Vitals.Totals;

/**
 * What became of mail in a time.
 *
 * @param length positive
 * @param taken messages, by SMTP
 * @param refused replies 4xx and 5xx
 * @param delivered recipients; @param deferred attempts; @param failed recipients
 */
record Span(Duration length, long taken, long refused, long delivered, long deferred, long failed) {
    private static final double MILLIS = 1000;

    /** From the first to the last of them; empty if they are not of one counting, or too few. @param samples in the order of time */
    static Optional<Span> of(List<Sample> samples) {
        List<Sample> counted = samples.stream().filter(sample -> sample.totals().isPresent()).toList();
        if (counted.size() < 2) {
            return Optional.empty();
        }
        Sample last = counted.get(counted.size() - 1);
        Totals to = last.totals().get();
        return counted.stream().filter(sample -> sample.totals().get().begun().equals(to.begun()) && sample.at().isBefore(last.at())).findFirst()
                .map(first -> between(first.totals().get(), to, Duration.between(first.at(), last.at())));
    }

    private static Span between(Totals from, Totals to, Duration length) {
        return new Span(length, to.taken() - from.taken(), to.refused() - from.refused(), to.delivered() - from.delivered(),
                to.deferred() - from.deferred(), to.failed() - from.failed());
    }

    double seconds() {
        return length.toMillis() / MILLIS;
    }
}
