package org.waypost.module.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.waypost.module.watch.Mishap;
import org.waypost.module.watch.Sample;
import org.waypost.module.watch.Watch;

/** Samples and errors of the last minutes, bounded. Any thread. */
public final class Monitor {
    private static final Duration KEPT = Duration.ofMinutes(61);
    private static final int MOST_SAMPLES = 4_000;
    private static final int MOST_ERRORS = 2_000;
    private static final Duration BEFORE = Duration.ofMinutes(1);

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private final ArrayDeque<Seen> errors = new ArrayDeque<>();

    public synchronized void add(Sample sample) {
        samples.add(sample);
        while (samples.size() > MOST_SAMPLES || samples.peek().at().isBefore(sample.at().minus(KEPT))) {
            samples.remove();
        }
    }

    /** @param packages of the classes that an error comes from, or the symbolic name of its bundle; may be empty */
    public synchronized void error(Instant at, Set<String> packages, String text) {
        errors.add(new Seen(at, Set.copyOf(packages), text));
        while (errors.size() > MOST_ERRORS) {
            errors.remove();
        }
    }

    /**
     * @param begun from when on mail had to wait for the new module
     * @param replaced when that was active
     * @param origins packages and symbolic name of the module that was replaced then
     */
    synchronized Watch watch(Instant begun, Instant replaced, Set<String> origins) {
        List<Sample> before = new ArrayList<>();
        List<Sample> after = new ArrayList<>();
        samples.stream().filter(s -> s.at().isAfter(begun.minus(BEFORE)) && s.at().isBefore(begun)).forEach(before::add);
        samples.stream().filter(s -> !s.at().isBefore(replaced)).forEach(after::add);
        List<Mishap> mishaps = errors.stream().filter(e -> e.at().isAfter(replaced.minus(BEFORE)))
                .map(e -> new Mishap(e.at(), e.origins().stream().anyMatch(origins::contains), e.text())).toList();
        return new Watch(replaced, before, after, mishaps);
    }

    private record Seen(Instant at, Set<String> origins, String text) {}
}
