package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.delivery.DeliveryAgent;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.MessageId;
import org.waypost.queue.QueueState;
import org.waypost.spool.Change;
import org.waypost.spool.Spool.Durability;
import org.waypost.spool.Spool.Lease;

/** Neighbours are replaced while messages are under way: nothing is lost, nothing doubled. */
class ReplacementTest {
    @TempDir
    Path folder;
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
        rig.run();
    }

    @Test
    void whatWasDeliveredWhileTheSpoolWasAwayIsStoredWhenItIsBack() {
        rig.maildir.waits();
        MessageId id = rig.send("alice@here.example");
        rig.spool.go();
        rig.services.spool().unbind(rig.spool);
        rig.maildir.finishAll();
        rig.run();
        assertTrue(rig.memory.find(id).toCompletableFuture().join().isPresent());

        rig.maildir.isUp();
        rig.replaceSpool();
        rig.pass(Duration.ofSeconds(5));

        assertTrue(rig.isDone(id));
        assertEquals(1, rig.maildir.delivered().size());
    }

    @Test
    void anAnswerThatTheSpoolTookWithItIsAskedForAgain() {
        rig.maildir.waits();
        MessageId local = rig.send("alice@here.example");
        rig.spool.loseNextAnswer();
        rig.maildir.finishAll();
        rig.services.spool().unbind(rig.spool);
        rig.run();

        rig.replaceSpool();
        rig.pass(Duration.ofSeconds(5));
        assertTrue(rig.isDone(local));
        assertEquals(1, rig.maildir.delivered().size());
    }

    @Test
    void aDsnWhoseAnswerWasLostIsNotSentTwice() {
        rig.smtp.waits();
        rig.send("a@one.example");
        rig.smtp.answers(delivery -> delivery.message().sender().isEmpty()
                ? FakeAgent.all(delivery, Outcome.Kind.DELIVERED, "2.0.0", "OK")
                : FakeAgent.all(delivery, Outcome.Kind.FAILED, "5.1.1", "no"));
        rig.spool.loseNextAnswer();
        rig.smtp.finishAll();
        rig.run();
        rig.replaceSpool();
        rig.pass(Duration.ofSeconds(5));

        assertEquals(1, rig.smtp.delivered().size());
        assertEquals(0, rig.memory.size());
    }

    @Test
    void aSpoolThatIsReplacedWhileMessagesWaitDoublesNone() {
        rig.maildir.waits();
        for (int i = 0; i < 50; i++) {
            rig.send("alice@here.example");
        }
        rig.replaceSpool();
        rig.maildir.isUp();
        rig.maildir.finishAll();
        rig.run();
        rig.pass(Duration.ofSeconds(5));

        assertEquals(50, rig.maildir.delivered().size());
        assertEquals(0, rig.memory.size());
    }

    @Test
    void whatIsAcceptedWhileTheSpoolIsReplacedIsFound() {
        rig.spool.go();
        rig.services.spool().unbind(rig.spool);
        MessageId id = rig.send("alice@here.example");
        assertFalse(rig.isDone(id));

        rig.replaceSpool();
        assertTrue(rig.isDone(id));
    }

    @Test
    void aMessageWaitsReadyWhileItsAgentIsAway() {
        rig.services.agents().unbind("smtp", rig.smtp);
        MessageId id = rig.send("a@one.example");

        assertEquals("smtp:one.example", rig.place(id));
        assertEquals(QueueState.READY, rig.status("smtp:one.example").state());
        assertEquals("The delivery agent is away", rig.status("smtp:one.example").lastReason());

        rig.services.agents().bind("smtp", rig.smtp);
        rig.engine.serviceCame();
        rig.run();
        assertTrue(rig.isDone(id));
        assertEquals(0, rig.events.outcomes().stream().filter(line -> line.contains("DEFERRED")).count());
    }

    @Test
    void anAgentThatIsReplacedMidDeliveryStillGivesItsAnswer() {
        CompletableFuture<DeliveryResult> lastAnswer = new CompletableFuture<>();
        DeliveryAgent old = delivery -> {
            CompletionStage<DeliveryResult> answer = lastAnswer;
            return answer;
        };
        rig.services.agents().bind("smtp", old);
        MessageId id = rig.send("a@one.example");
        rig.services.agents().bind("smtp", rig.smtp);
        Thread.currentThread().interrupt();
        rig.services.agents().unbind("smtp", old);
        assertTrue(Thread.interrupted(), "the gate gave up waiting at once");
        rig.run();
        assertEquals(1, rig.status("smtp:one.example").active());

        lastAnswer.complete(new DeliveryResult.Done(List.of(new Outcome(Outcome.Kind.DELIVERED,
                EnhancedStatus.of("2.0.0"), "OK", "", true))));
        rig.run();
        assertTrue(rig.isDone(id));
        assertEquals(0, rig.smtp.tried().size());
    }

    @Test
    void whenTheNewerAgentGoesTheOlderServesAgain() {
        FakeAgent other = new FakeAgent();
        rig.services.agents().bind("smtp", other);
        rig.services.agents().unbind("smtp", other);

        assertTrue(rig.isDone(rig.send("a@one.example")));
        assertEquals(1, rig.smtp.delivered().size());
    }

    @Test
    void theEngineRunsOnlyWhileItHasTheLease() {
        rig.spool.go();
        Lease others = rig.memory.lease("queue", "another version").orElseThrow();
        rig.replaceSpool();
        MessageId id = rig.send("alice@here.example");
        rig.pass(Duration.ofSeconds(3));
        assertEquals(0, rig.maildir.tried().size());
        assertEquals(1, rig.events.types().stream().filter(QueueEvent.LEASE_HELD::equals).count());

        others.close();
        rig.pass(Duration.ofSeconds(1));
        assertTrue(rig.isDone(id));
    }

    @Test
    void whatAnotherOneDidMeanwhileIsNotDoneAgain() {
        rig.smtp.isDown("no answer");
        MessageId id = rig.send("a@one.example");
        rig.spool.go();
        Lease others = rig.memory.lease("queue", "another version").orElseThrow();
        rig.replaceSpool();
        rig.memory.apply(List.of(new Change.RemoveMessage(id)), Durability.SYNCED);
        others.close();
        rig.smtp.isUp();
        rig.pass(Duration.ofMinutes(2));

        assertEquals(0, rig.smtp.delivered().size());
        assertTrue(rig.isDone(id));
    }

    @Test
    void anEngineThatStopsBeginsNothingNewAndStoresWhatIsUnderWay() {
        rig.maildir.waits();
        MessageId first = rig.send("alice@here.example");
        CompletableFuture<Void> stopped = rig.engine.stop();
        MessageId second = rig.send("bob@here.example");
        assertFalse(stopped.isDone());
        rig.maildir.finishAll();
        rig.run();

        assertTrue(stopped.isDone());
        assertTrue(rig.isDone(first));
        assertEquals(1, rig.maildir.tried().size());
        rig.engine.end();
        rig.maildir.isUp();
        rig.start();
        rig.run();
        assertTrue(rig.isDone(second));
        assertEquals(2, rig.maildir.delivered().size());
    }

    @Test
    void whatTheSpoolWasTooEarlyGoneToRecordIsNotDeliveredAgain() {
        rig.maildir.waits();
        MessageId whole = rig.send("alice@here.example");
        MessageId part = rig.send("bob@here.example", "a@one.example");
        rig.spool.go();
        rig.services.spool().unbind(rig.spool);
        CompletableFuture<Void> stopped = rig.engine.stop();
        rig.maildir.finishAll();
        rig.run();
        assertTrue(stopped.isDone(), "no wait for a spool that has gone");
        rig.engine.end();

        rig.maildir.isUp();
        rig.restart();
        assertTrue(rig.isDone(whole));
        assertTrue(rig.isDone(part));
        assertEquals(2, rig.maildir.delivered().size());
        assertEquals(1, rig.smtp.delivered().size());
    }
}
