package org.waypost.admin.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.waypost.admin.Answer;
import org.waypost.admin.OverviewAdmin;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.Listeners;
import org.waypost.metrics.Vitals;
import org.waypost.metrics.Vitals.Health;
import org.waypost.metrics.Vitals.Level;
import org.waypost.metrics.Vitals.Problem;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;
import org.waypost.service.Gate;

/** The server at one look. What is away is missing from it, which is one of its problems. */
public class OverviewUseCases implements OverviewAdmin {
    private final Gate<Queue> queue;
    private final Gate<Listeners> listeners;
    private final Gate<Vitals> vitals;
    private final InstantSource clock;
    private final Patience patience;

    /** @param wait for each service's answer, positive */
    public OverviewUseCases(Gate<Queue> queue, Gate<Listeners> listeners, Gate<Vitals> vitals, InstantSource clock, Duration wait) {
        this.queue = Objects.requireNonNull(queue);
        this.listeners = Objects.requireNonNull(listeners);
        this.vitals = Objects.requireNonNull(vitals);
        this.clock = Objects.requireNonNull(clock);
        this.patience = new Patience("The bundle org.waypost.metrics, which counts and checks,", wait);
    }

    @Override
    public Answer<Overview> overview() {
        Answer<Vitals> counting = patience.await(vitals.call(CompletableFuture::completedStage), Answer.Ok::new);
        Health health = counting instanceof Answer.Ok<Vitals> ok ? ok.value().health()
                : unknown(((Answer.Refused<Vitals>) counting).reason());
        List<Vitals.Traffic> traffic = counting instanceof Answer.Ok<Vitals> ok ? ok.value().traffic() : List.of();
        List<QueueStatus> queues = orNone(patience.await(queue.call(Queue::queues), Answer.Ok::new));
        List<ListenerStatus> open = orNone(patience.await(
                listeners.call(all -> CompletableFuture.completedStage(all.list())), Answer.Ok::new));
        return new Answer.Ok<>(new Overview(clock.instant(), health, traffic, open.stream().mapToInt(ListenerStatus::connections).sum(),
                queues.stream().mapToInt(QueueStatus::active).sum(), byState(queues), oldest(queues)));
    }

    private static Health unknown(String reason) {
        return new Health(Level.RED, false, List.of(new Problem(Level.RED, "metrics", "", reason)));
    }

    /** The checkup tells of what is away. */
    private static <T> List<T> orNone(Answer<List<T>> answer) {
        return answer instanceof Answer.Ok<List<T>> ok ? ok.value() : List.of();
    }

    private static List<Queues> byState(List<QueueStatus> all) {
        return Stream.of(QueueState.values()).map(state -> of(state, all.stream().filter(status -> status.state() == state).toList()))
                .filter(queues -> queues.count() > 0).toList();
    }

    private static Queues of(QueueState state, List<QueueStatus> all) {
        return new Queues(state, all.size(), all.stream().mapToLong(QueueStatus::messages).sum(),
                all.stream().mapToLong(QueueStatus::octets).sum());
    }

    private static Optional<Instant> oldest(List<QueueStatus> all) {
        return all.stream().flatMap(status -> status.oldest().stream()).min(Comparator.naturalOrder());
    }
}
