package org.waypost.metric;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waypost.metrics.Meter;
import org.waypost.metrics.Metric;

/** Counters and histograms of all {@link Metric}s, from 0 at the start. Any thread. */
public final class Counted implements Meter {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    /** Seconds: lookups take milliseconds; a delivery may take the two days of a message's life. */
    private static final double[] BOUNDS = {0.001, 0.005, 0.025, 0.1, 0.5, 1, 5, 30, 120, 600, 3600, 14_400, 86_400, 172_800};

    private final Map<Metric, Counter> counters = new EnumMap<>(Metric.class);
    private final Map<Metric, Histogram> histograms = new EnumMap<>(Metric.class);

    public Counted() {
        for (Metric metric : Metric.values()) {
            String[] labels = metric.labels().toArray(String[]::new);
            if (metric.kind() == Metric.Kind.COUNTER) {
                counters.put(metric, Counter.builder().name(metric.text()).help(metric.help()).labelNames(labels).withoutExemplars().build());
            } else {
                histograms.put(metric, Histogram.builder().name(metric.text()).help(metric.help()).labelNames(labels).classicOnly()
                        .classicUpperBounds(BOUNDS).withoutExemplars().build());
            }
        }
    }

    @Override
    public void count(Metric metric, String... labels) {
        Counter counter = counters.get(metric);
        if (fits(metric, labels, counter)) {
            counter.labelValues(labels).inc();
        }
    }

    @Override
    public void observe(Metric metric, long nanos, String... labels) {
        Histogram histogram = histograms.get(metric);
        if (fits(metric, labels, histogram)) {
            histogram.labelValues(labels).observe(Math.max(0, nanos) / NANOS);
        }
    }

    /** A module that was built against other metrics is not to fail for it. */
    private static boolean fits(Metric metric, String[] labels, Object target) {
        return target != null && labels.length == metric.labels().size();
    }

    /**
     * How many a counter has counted since the start.
     *
     * @param label which values of its last label count
     */
    double total(Metric metric, Predicate<String> label) {
        String name = metric.labels().get(metric.labels().size() - 1);
        return counters.get(metric).collect().getDataPoints().stream().filter(point -> label.test(point.getLabels().get(name)))
                .mapToDouble(CounterSnapshot.CounterDataPointSnapshot::getValue).sum();
    }

    Stream<MetricSnapshot> snapshots() {
        return Stream.concat(counters.values().stream().map(Counter::collect), histograms.values().stream().map(Histogram::collect));
    }
}
