package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.OverviewAdmin.Overview;
import org.waypost.admin.OverviewAdmin.Queues;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.Listeners;
import org.waypost.metrics.Vitals;
import org.waypost.metrics.Vitals.Level;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;
import org.waypost.service.Gate;
import org.waypost.testkit.time.ManualClock;

class OverviewUseCasesTest {
    private static final Instant OLD = Instant.parse("2025-12-31T00:00:00Z");
    private static final Vitals.Health WELL = new Vitals.Health(Level.GREEN, true, List.of());

    private final Gate<Queue> queue = gate("queue");
    private final Gate<Listeners> listeners = gate("listeners");
    private final Gate<Vitals> vitals = gate("vitals");
    private final ManualClock clock = new ManualClock();
    private final OverviewUseCases admin = new OverviewUseCases(queue, listeners, vitals, clock, Duration.ofSeconds(2));

    private static <T> Gate<T> gate(String name) {
        return new Gate<>(name, Duration.ofMillis(20), 10, Runnable::run);
    }

    private Overview overview() {
        return ((Answer.Ok<Overview>) admin.overview()).value();
    }

    private static QueueStatus status(String name, QueueState state, int messages, Instant oldest) {
        return new QueueStatus(name, state, messages, 10L * messages, Optional.ofNullable(oldest), Optional.empty(), 1, "");
    }

    @Test
    void queuesAreCountedByStateAndTheOldestMessageIsOfAllOfThem() {
        queue.bind(StubService.of(Queue.class, Map.of("queues", CompletableFuture.completedStage(List.of(
                status("a", QueueState.READY, 3, OLD.plusSeconds(9)), status("b", QueueState.RETRY, 5, OLD),
                status("c", QueueState.RETRY, 2, null))))));
        listeners.bind(StubService.of(Listeners.class, Map.of("list", List.of(
                new ListenerStatus("main", ListenerStatus.State.STARTED, List.of(), 4, List.of(), List.of()),
                new ListenerStatus("other", ListenerStatus.State.STARTED, List.of(), 3, List.of(), List.of())))));
        List<Vitals.Traffic> traffic = List.of(new Vitals.Traffic(OLD, 1, 2, 3));
        vitals.bind(StubService.of(Vitals.class, Map.of("traffic", traffic, "health", WELL)));
        Overview overview = overview();
        assertEquals(new Overview(clock.instant(), WELL, traffic, 7, 3,
                List.of(new Queues(QueueState.READY, 1, 3, 30), new Queues(QueueState.RETRY, 2, 7, 70)), Optional.of(OLD)), overview);
        assertEquals(10, overview.messages());
    }

    @Test
    void whatIsAwayIsMissingAndAProblem() {
        Overview none = overview();
        assertEquals(List.of(), none.queues());
        assertEquals(0, none.connections());
        assertEquals(Level.RED, none.health().status());
        String text = none.health().problems().get(0).text();
        assertTrue(text.startsWith("The bundle org.waypost.metrics, which counts and checks, is stopped or being replaced"), text);
    }
}
