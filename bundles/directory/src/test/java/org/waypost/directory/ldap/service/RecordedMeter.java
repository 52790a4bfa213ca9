package org.waypost.directory.ldap.service;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waypost.metrics.Meter;
import org.waypost.metrics.Metric;

/** Keeps what was counted. */
final class RecordedMeter implements Meter {
    final List<String> counted = new CopyOnWriteArrayList<>();
    final List<String> timed = new CopyOnWriteArrayList<>();

    @Override
    public void count(Metric metric, String... labels) {
        counted.add(metric + " " + String.join(" ", labels));
    }

    @Override
    public void observe(Metric metric, long nanos, String... labels) {
        timed.add(metric + " " + String.join(" ", labels));
    }
}
