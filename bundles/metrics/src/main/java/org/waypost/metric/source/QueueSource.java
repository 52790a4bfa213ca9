package org.waypost.metric.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;

/** Queues by state, and the {@value #NAMED} largest by name, since there may be as many queues as there are domains. */
public record QueueSource(Services services, InstantSource clock) implements Source {
    static final int NAMED = 50;
    private static final long PATIENCE = 2;

    @Override
    public void tell(Gauges gauges) throws Exception {
        Optional<Queue> queue = services.queue().get();
        if (queue.isPresent()) {
            List<QueueStatus> all = queue.get().queues().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
            for (QueueState state : QueueState.values()) {
                states(gauges, state, all.stream().filter(status -> status.state() == state).toList());
            }
            gauges.set("waypost_queue_oldest_message_age_seconds", "Age of the oldest message in any queue; 0 if there is none.", age(all));
            gauges.set("waypost_deliveries_active", "Deliveries under way.", all.stream().mapToInt(QueueStatus::active).sum());
            all.stream().sorted(Comparator.comparingInt(QueueStatus::messages).reversed().thenComparing(QueueStatus::name)).limit(NAMED)
                    .forEach(status -> named(gauges, status));
        }
    }

    private static void states(Gauges gauges, QueueState state, List<QueueStatus> all) {
        String name = state.name().toLowerCase(Locale.ROOT);
        gauges.set("waypost_queues", "Queues by state.", all.size(), "state", name);
        gauges.set("waypost_queue_messages", "Messages in memory, once for each queue they are in, by the queue's state.",
                all.stream().mapToLong(QueueStatus::messages).sum(), "state", name);
        gauges.set("waypost_queue_bytes", "Octets of these messages.", all.stream().mapToLong(QueueStatus::octets).sum(), "state", name);
    }

    private void named(Gauges gauges, QueueStatus status) {
        gauges.set("waypost_queue_depth_messages", "Messages in each of the " + NAMED + " largest queues.", status.messages(),
                "queue", status.name());
        gauges.set("waypost_queue_age_seconds", "Age of the oldest message in each of the " + NAMED + " largest queues; 0 if there is none.",
                age(List.of(status)), "queue", status.name());
    }

    private double age(List<QueueStatus> all) {
        Instant now = clock.instant();
        return all.stream().flatMap(status -> status.oldest().stream()).min(Comparator.naturalOrder())
                .map(oldest -> Math.max(0, Duration.between(oldest, now).toMillis() / 1000.0)).orElse(0.0);
    }
}
