package org.waypost.metric;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waypost.delivery.Outcome;
import org.waypost.metrics.Metric;
import org.waypost.metrics.Vitals;

/**
 * What became of mail, of what is counted. Any thread.
 *
 * @param begun when the counting began
 */
public record Ends(Counted counted, Instant begun) {
    static final Set<String> DELIVERED = names(Outcome.Kind.DELIVERED, Outcome.Kind.PASSED_ON, Outcome.Kind.RELAYED);
    private static final Set<String> DEFERRED = names(Outcome.Kind.DEFERRED);
    private static final Set<String> FAILED = names(Outcome.Kind.FAILED);
    private static final Set<String> REFUSALS = Set.of("4xx", "5xx");

    public Ends {
        Objects.requireNonNull(counted);
        Objects.requireNonNull(begun);
    }

    private static Set<String> names(Outcome.Kind... kinds) {
        return Stream.of(kinds).map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    Vitals.Totals now() {
        return new Vitals.Totals(begun, total(Metric.SMTP_MESSAGES, server -> true), total(Metric.SMTP_REPLIES, REFUSALS::contains),
                total(Metric.DELIVERIES, DELIVERED::contains), total(Metric.DELIVERIES, DEFERRED::contains),
                total(Metric.DELIVERIES, FAILED::contains));
    }

    private long total(Metric metric, Predicate<String> label) {
        return Math.round(counted.total(metric, label));
    }
}
