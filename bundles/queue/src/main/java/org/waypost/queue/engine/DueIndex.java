package org.waypost.queue.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Jobs that wait for a time, the earliest first. */
final class DueIndex implements Place {
    private final TreeSet<Job> jobs = new TreeSet<>(Comparator.comparing(Job::due)
            .thenComparing(job -> job.entry().message().id())
            .thenComparingInt(Job::number));

    @Override
    public void add(Job job) {
        jobs.add(job);
    }

    @Override
    public void remove(Job job) {
        jobs.remove(job);
    }

    /** The earliest job if its time has come. */
    Optional<Job> passed(Instant now) {
        return jobs.isEmpty() || jobs.first().due().isAfter(now) ? Optional.empty() : Optional.of(jobs.first());
    }

    Optional<Instant> earliest() {
        return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.first().due());
    }

    int size() {
        return jobs.size();
    }

    boolean isEmpty() {
        return jobs.isEmpty();
    }

    void forEach(Consumer<Job> action) {
        jobs.forEach(action);
    }
}
