package org.waypost.module.component;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.waypost.metrics.Vitals;
import org.waypost.module.engine.Monitor;
import org.waypost.module.engine.Sampling;
import org.waypost.queue.Queue;

/** Looks at the queues now and then, and each second while a replacement is watched. */
final class QueueSampler {
    private static final int SELDOM = 5;

    private final Monitor monitor;
    private final InstantSource clock;
    private final BooleanSupplier watching;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "waypost-modules-sampler"));
    private volatile Optional<Queue> queue = Optional.empty();
    private volatile Optional<Vitals> vitals = Optional.empty();
    private int tick;

    QueueSampler(Monitor monitor, InstantSource clock, BooleanSupplier watching) {
        this.monitor = monitor;
        this.clock = clock;
        this.watching = watching;
        thread.scheduleWithFixedDelay(this::sample, 0, 1, TimeUnit.SECONDS);
    }

    synchronized void bind(Queue found) {
        queue = Optional.of(found);
        asked.set(false);
    }

    synchronized void unbind(Queue lost) {
        queue = queue.filter(q -> q != lost);
    }

    synchronized void bind(Vitals found) {
        vitals = Optional.of(found);
    }

    synchronized void unbind(Vitals lost) {
        vitals = vitals.filter(v -> v != lost);
    }

    void close() {
        thread.shutdownNow();
    }

    /** Counts that fail are none: the queues are looked at all the same. */
    private Optional<Vitals.Totals> totals() {
        try {
            return vitals.map(Vitals::totals);
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** One question at a time: a queue that does not answer is not asked again. */
    private void sample() {
        Optional<Queue> now = queue;
        tick = (tick + 1) % SELDOM;
        if (now.isPresent() && (tick == 0 || watching.getAsBoolean()) && asked.compareAndSet(false, true)) {
            try {
                Optional<Vitals.Totals> totals = totals();
                now.get().queues().whenComplete((queues, failure) -> {
                    asked.set(false);
                    if (failure == null) {
                        monitor.add(Sampling.of(queues, totals, clock.instant()));
                    }
                });
            } catch (RuntimeException e) {
                // A queue that fails gives no sample, which is what the watch looks for.
                asked.set(false);
            }
        }
    }
}
