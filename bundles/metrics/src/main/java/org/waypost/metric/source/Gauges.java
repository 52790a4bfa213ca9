package org.waypost.metric.source;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values of one scrape. Of two with the same name and labels the first counts, for nobody keeps administrators from giving
 * two objects one name. One thread.
 */
public final class Gauges {
    private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();
    private final Map<String, CounterSnapshot.Builder> counters = new LinkedHashMap<>();
    private final Set<Map.Entry<String, Labels>> known = new HashSet<>();

    /** @param labels names and values in turn */
    public Gauges set(String name, String help, double value, String... labels) {
        if (known.add(Map.entry(name, Labels.of(labels)))) {
            gauges.computeIfAbsent(name, key -> GaugeSnapshot.builder().name(key).help(help))
                    .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(Labels.of(labels)).value(value).build());
        }
        return this;
    }

    public Gauges set(String name, String help, boolean value, String... labels) {
        return set(name, help, value ? 1 : 0, labels);
    }

    /** What only grows. @param name without {@code _total} */
    public Gauges total(String name, String help, double value, String... labels) {
        if (known.add(Map.entry(name, Labels.of(labels)))) {
            counters.computeIfAbsent(name, key -> CounterSnapshot.builder().name(key).help(help))
                    .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder().labels(Labels.of(labels)).value(value).build());
        }
        return this;
    }

    public Stream<MetricSnapshot> snapshots() {
        return Stream.concat(gauges.values().stream().map(GaugeSnapshot.Builder::build),
                counters.values().stream().map(CounterSnapshot.Builder::build));
    }
}
