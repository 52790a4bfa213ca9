package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.delivery.Outcome;
import org.waypost.mail.MessageId;
import org.waypost.mail.Notify;
import org.waypost.mail.Recipient;
import org.waypost.mail.Recipient.Progress;
import org.waypost.mail.Recipient.State;
import org.waypost.routing.Router.Route;

/** Expiry and delay warning come to a message in every state. */
class OldMessagesTest {
    @TempDir
    Path folder;
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
        rig.run();
    }

    @TestFactory
    Stream<DynamicTest> expiryComesToEveryState(@TempDir Path each) {
        Map<String, Consumer<EngineRig>> states = Map.of(
                "next hop down", r -> r.smtp.isDown("no answer"),
                "message deferred", r -> r.smtp.gives(Outcome.Kind.DEFERRED, "4.2.1", "greylisted"),
                "categorizer failing", r -> r.categorizer = (m, list) -> CompletableFuture.failedStage(new IllegalStateException("x")),
                "categorizer silent", r -> r.categorizer = (m, list) -> new CompletableFuture<>(),
                "router silent", r -> r.router = (m, a, server) -> new CompletableFuture<>(),
                "unreachable", r -> r.router = (m, a, server) -> CompletableFuture.completedStage(new Route.Unreachable("down")),
                "submission frozen", r -> r.ask(r.queue().freeze("submission")),
                "categorize frozen", r -> r.ask(r.queue().freeze("categorize")),
                "route frozen", r -> r.ask(r.queue().freeze("route")),
                "agent away", r -> r.services.agents().unbind("smtp", r.smtp));
        return states.entrySet().stream().map(state -> DynamicTest.dynamicTest(state.getKey(), () -> {
            EngineRig own = new EngineRig(each.resolve(state.getKey()));
            own.run();
            state.getValue().accept(own);
            expires(own);
        }));
    }

    private static void expires(EngineRig own) {
        own.settings = settings(own, Duration.ofDays(2), Duration.ZERO);
        MessageId id = own.send("a@one.example");
        own.pass(Duration.ofHours(47));
        assertEquals(1, own.memory.size());
        own.pass(Duration.ofHours(1).plusSeconds(15));
        assertTrue(own.memory.find(id).toCompletableFuture().join().isEmpty(), "the message is gone");
        assertEquals(1, own.memory.size(), "its DSN waits in its place");
        assertTrue(own.events.outcomes().stream().anyMatch(line -> line.startsWith("a@one.example") && line.contains("FAILED 4.4.7")));
    }

    @Test
    void aFrozenLinkQueueExpiresToo() {
        rig.smtp.isDown("no answer");
        MessageId id = rig.send("a@one.example");
        rig.ask(rig.queue().freeze("smtp:one.example"));
        rig.smtp.isUp();
        rig.pass(Duration.ofDays(2).plusSeconds(15));

        assertTrue(rig.isDone(id));
        assertTrue(rig.smtp.delivered().stream().noneMatch(line -> line.endsWith("a@one.example")));
    }

    @Test
    void aScheduledMessageExpiresToo() {
        Progress later = new Progress(State.WAITING, 0, rig.clock.instant().plus(Duration.ofDays(9)), false, false, "");
        Recipient recipient = EngineRig.recipients(Set.of(), "a@one.example").get(0).with(later);
        MessageId id = rig.accept(rig.message("sender@example.org"), List.of(recipient));
        rig.pass(Duration.ofDays(2).plusSeconds(15));

        assertTrue(rig.isDone(id));
    }

    @Test
    void theSenderIsWarnedOfADelayOnceAlsoAfterARestart() {
        rig.smtp.answers(delivery -> delivery.message().sender().isEmpty()
                ? FakeAgent.all(delivery, Outcome.Kind.DELIVERED, "2.0.0", "OK")
                : FakeAgent.all(delivery, Outcome.Kind.DEFERRED, "4.2.1", "greylisted"));
        MessageId id = rig.send("a@one.example");
        rig.pass(Duration.ofHours(12).minusSeconds(20));
        assertEquals(0, rig.smtp.delivered().size());
        rig.pass(Duration.ofSeconds(40));
        assertEquals(1, rig.smtp.delivered().size());
        assertTrue(rig.smtp.delivered().get(0).endsWith("sender@example.org"));

        assertTrue(rig.stored(id).recipients().get(0).progress().delayReported());
        rig.restart();
        rig.pass(Duration.ofHours(20));
        assertEquals(1, rig.smtp.delivered().size());
        assertEquals("smtp:one.example", rig.place(id));
    }

    @Test
    void aWarningDoesNotDisturbTheRetry() {
        rig.settings = settings(rig, Duration.ofDays(2), Duration.ofSeconds(30));
        rig.smtp.gives(Outcome.Kind.DEFERRED, "4.2.1", "greylisted");
        MessageId id = rig.send("a@one.example");
        rig.pass(Duration.ofSeconds(59));
        long tried = rig.smtp.tried().stream().filter(delivery -> delivery.message().id().equals(id)).count();
        rig.smtp.isUp();
        rig.pass(Duration.ofSeconds(1));

        assertEquals(1, tried);
        assertTrue(rig.isDone(id));
    }

    @Test
    void nobodyIsWarnedWhoDidNotWantIt() {
        rig.smtp.isDown("no answer");
        rig.send(Set.of(Notify.FAILURE), "a@one.example");
        rig.send(Set.of(Notify.NEVER), "a@one.example");
        rig.sendBounce("a@one.example");
        rig.pass(Duration.ofHours(13));

        assertEquals(3, rig.memory.size());
    }

    private static QueueSettings settings(EngineRig rig, Duration expireAfter, Duration delayWarning) {
        return new QueueSettings("mail.example.org", rig.settings.retrySchedule(), expireAfter, delayWarning, 20, 20, 100, 1_000, 30);
    }
}
