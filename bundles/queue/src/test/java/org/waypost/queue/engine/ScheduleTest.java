package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.MessageId;
import org.waypost.queue.QueueState;
import org.waypost.routing.NextHop;
import org.waypost.routing.Router.Route;
import org.waypost.topology.Schedule;

/** Connectors with hours, and those whose remote side asks. */
class ScheduleTest {
    private static final String QUEUE = "connector:slow";
    /** A Monday. */
    private static final Instant MIDNIGHT = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant TWO = MIDNIGHT.plus(Duration.ofHours(2));

    @TempDir
    Path folder;
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
        rig.clock.set(MIDNIGHT);
        rig.run();
        routes(fromTwoToThree());
    }

    @Test
    void outsideItsHoursMailWaitsUntilTheyBegin() {
        rig.send("a@one.example");

        assertEquals(0, rig.smtp.tried().size());
        assertEquals(QueueState.SCHEDULED, rig.status(QUEUE).state());
        assertEquals(Optional.of(TWO), rig.status(QUEUE).nextRetry());
        rig.pass(Duration.between(rig.clock.instant(), TWO).minusMillis(1));
        assertEquals(0, rig.smtp.tried().size());
        rig.pass(Duration.ofMillis(1));
        assertEquals(1, rig.smtp.delivered().size());
        assertEquals(QueueState.READY, rig.status(QUEUE).state());
    }

    @Test
    void withinItsHoursMailGoesAtOnceAndAfterThemNoMore() {
        rig.clock.set(TWO);
        assertTrue(rig.isDone(rig.send("a@one.example")));

        rig.pass(Duration.ofHours(1));
        MessageId late = rig.send("a@one.example");
        assertEquals(QUEUE, rig.place(late));
        assertEquals(Optional.of(TWO.plus(Duration.ofDays(7))), rig.status(QUEUE).nextRetry());
    }

    @Test
    void aRetryThatFallsOutsideTheHoursWaitsForTheNextOnes() {
        rig.clock.set(TWO.plus(Duration.ofMinutes(59)).plusSeconds(30));
        rig.smtp.isDown("no answer");
        rig.send("a@one.example");
        rig.smtp.isUp();
        assertEquals(QueueState.RETRY, rig.status(QUEUE).state());

        rig.pass(Duration.ofMinutes(1));
        assertEquals(1, rig.smtp.tried().size());
        assertEquals(QueueState.SCHEDULED, rig.status(QUEUE).state());
    }

    @Test
    void whatTheRemoteSideMustAskForGoesWhenItIsForcedAndOnlyWhatWasThere() {
        routes(Schedule.REMOTE);
        rig.send("a@one.example");
        rig.send("b@one.example");
        rig.pass(Duration.ofHours(5));
        assertEquals(QueueState.REMOTE, rig.status(QUEUE).state());
        assertEquals(Optional.empty(), rig.status(QUEUE).nextRetry());
        assertEquals(0, rig.smtp.tried().size());

        assertEquals(true, rig.ask(rig.queue().retry(QUEUE)));
        rig.run();
        assertEquals(2, rig.smtp.delivered().size());
        rig.send("c@one.example");
        assertEquals(2, rig.smtp.tried().size());
    }

    @Test
    void aHopThatIsDownIsNotForcedAnyLonger() {
        routes(Schedule.REMOTE);
        rig.smtp.isDown("no answer");
        rig.send("a@one.example");
        rig.ask(rig.queue().retry(QUEUE));
        rig.pass(Duration.ofHours(1));

        assertEquals(1, rig.smtp.tried().size());
        assertEquals(QueueState.REMOTE, rig.status(QUEUE).state());
    }

    @Test
    void newHoursHoldForWhatWaits() {
        MessageId id = rig.send("a@one.example");
        routes(Schedule.ALWAYS);
        rig.engine.routesChanged();
        rig.run();

        assertTrue(rig.isDone(id));
    }

    private void routes(Schedule schedule) {
        NextHop.Host host = new NextHop.Host(Optional.empty(), "smart.example", 25, false, "");
        NextHop hop = new NextHop.Link("slow", Optional.of(new UUID(0, 1)), List.of(host), schedule);
        rig.router = (message, address, server) -> CompletableFuture.completedStage(new Route.Via(hop));
    }

    private static Schedule fromTwoToThree() {
        BitSet quarters = new BitSet();
        quarters.set(8, 12);
        return Schedule.of(quarters);
    }
}
