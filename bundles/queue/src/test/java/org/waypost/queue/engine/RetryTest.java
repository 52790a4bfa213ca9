package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.mail.MessageId;
import org.waypost.mail.Recipient.Progress;
import org.waypost.mail.Recipient.State;
import org.waypost.queue.QueueState;
import org.waypost.service.ServiceAwayException;

/** When what failed is tried again. */
class RetryTest {
    @TempDir
    Path folder;
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
        rig.run();
    }

    @Test
    void aDeferredMessageIsTriedAtTheTimesOfTheScheduleWhoseLastOneRepeats() {
        Instant start = rig.clock.instant();
        rig.smtp.gives(Outcome.Kind.DEFERRED, "4.2.1", "greylisted");
        MessageId id = rig.send("a@one.example");
        for (Duration at : List.of(minutes(1), minutes(6), minutes(36), minutes(66))) {
            int before = rig.smtp.tried().size();
            rig.pass(Duration.between(rig.clock.instant(), start.plus(at)).minusMillis(1));
            assertEquals(before, rig.smtp.tried().size(), "before " + at);
            rig.pass(Duration.ofMillis(1));
            assertEquals(before + 1, rig.smtp.tried().size(), "at " + at);
        }
        assertEquals("smtp:one.example", rig.place(id));
        assertEquals(5, rig.stored(id).recipients().get(0).progress().attempts());
        assertEquals("greylisted", rig.status("smtp:one.example").lastReason());

        rig.smtp.isUp();
        rig.pass(minutes(30));
        assertTrue(rig.isDone(id));
    }

    @Test
    void aDeferredMessageDoesNotHoldUpTheOthers() {
        rig.smtp.gives(Outcome.Kind.DEFERRED, "4.2.1", "greylisted");
        rig.send("a@one.example");
        rig.smtp.isUp();

        assertTrue(rig.isDone(rig.send("b@one.example")));
    }

    @Test
    void whenTheHopIsDownAllWaitTogetherAndOneGoesAheadToLook() {
        rig.smtp.isDown("no answer");
        rig.send("a@one.example");
        for (int i = 0; i < 9; i++) {
            rig.send("b@one.example");
        }

        assertEquals(1, rig.smtp.tried().size());
        assertEquals(QueueState.RETRY, rig.status("smtp:one.example").state());
        assertEquals("no answer", rig.status("smtp:one.example").lastReason());
        assertEquals(Optional.of(rig.clock.instant().plusSeconds(60)), rig.status("smtp:one.example").nextRetry());
        rig.pass(minutes(1));
        assertEquals(2, rig.smtp.tried().size());
        rig.pass(minutes(4));
        assertEquals(2, rig.smtp.tried().size());
        rig.smtp.isUp();
        rig.pass(minutes(1));
        assertEquals(10, rig.smtp.delivered().size());
        assertEquals(List.of(QueueEvent.STARTED, QueueEvent.HOP_DOWN, QueueEvent.HOP_DOWN), rig.events.types());
    }

    @Test
    void deliveriesThatFailTogetherCountOnceForTheHop() {
        rig.smtp.waits();
        for (int i = 0; i < 5; i++) {
            rig.send("a@one.example");
        }
        rig.smtp.isDown("no answer");
        rig.smtp.finishAll();
        rig.run();

        assertEquals(Optional.of(rig.clock.instant().plusSeconds(60)), rig.status("smtp:one.example").nextRetry());
        assertEquals(1, rig.events.types().stream().filter(QueueEvent.HOP_DOWN::equals).count());
    }

    @Test
    void aConnectionThatFailsWhileOthersWorkIsTheMessagesOwnTrouble() {
        rig.smtp.waits();
        rig.send("a@one.example");
        rig.smtp.isUp();
        rig.send("b@one.example");
        rig.smtp.isDown("connection reset");
        rig.smtp.finishAll();
        rig.run();

        rig.smtp.isUp();
        assertTrue(rig.isDone(rig.send("c@one.example")));
    }

    @Test
    void theScheduleSurvivesARestart() {
        rig.smtp.isDown("no answer");
        MessageId id = rig.send("a@one.example");
        Instant due = rig.clock.instant().plusSeconds(60);
        assertEquals(new Progress(State.WAITING, 1, due, false, false, "no answer"),
                rig.stored(id).recipients().get(0).progress());

        rig.pass(Duration.ofSeconds(30));
        rig.restart();
        assertEquals(1, rig.smtp.tried().size());
        assertEquals("smtp:one.example", rig.place(id));
        assertEquals(Optional.of(due), rig.status("smtp:one.example").nextRetry());
        rig.pass(Duration.ofSeconds(30));
        assertEquals(2, rig.smtp.tried().size());
    }

    @Test
    void aReturnedDeliveryIsHandedInAtOnceButNotInATightCircle() {
        rig.smtp.answers(delivery -> new DeliveryResult.Returned("being replaced"));
        MessageId id = rig.send("a@one.example");

        assertEquals(2, rig.smtp.tried().size());
        rig.pass(Duration.ofSeconds(3));
        assertEquals(5, rig.smtp.tried().size());
        assertEquals(0, rig.stored(id).recipients().get(0).progress().attempts());
        rig.smtp.isUp();
        rig.pass(Duration.ofSeconds(1));
        assertTrue(rig.isDone(id));
    }

    @Test
    void aMessageThatAnAgentCannotStandIsTriedEverMoreRarely() {
        rig.smtp.answers(delivery -> {
            throw new IllegalStateException("poison");
        });
        rig.send("a@one.example");
        rig.pass(minutes(10));

        assertEquals(3, rig.smtp.tried().size());
        assertTrue(rig.events.types().contains(QueueEvent.AGENT_FAULT));
    }

    @Test
    void anAdministratorsRetryTriesAtOnce() {
        rig.smtp.isDown("no answer");
        rig.send("a@one.example");
        rig.smtp.isUp();

        assertEquals(true, rig.ask(rig.queue().retry("smtp:one.example")));
        rig.run();
        assertEquals(1, rig.smtp.delivered().size());
        assertEquals(false, rig.ask(rig.queue().retry("smtp:nowhere.example")));
    }

    @Test
    void aCategorizerThatIsAlwaysReplacedIsNotAskedInATightCircle() {
        int[] asked = {0};
        rig.categorizer = (message, recipients) -> {
            asked[0]++;
            return CompletableFuture.failedStage(new ServiceAwayException("resolver away"));
        };
        rig.send("a@one.example");
        rig.pass(Duration.ofSeconds(3));

        assertEquals(5, asked[0]);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
