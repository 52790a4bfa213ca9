package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.MessageId;
import org.waypost.queue.OutboundHold;
import org.waypost.queue.QueueState;

/** Closed queues: one by name, and all that lead to other servers. */
class DisabledQueuesTest {
    private static final String ONE = "smtp:one.example";

    @TempDir
    Path folder;
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
        rig.run();
    }

    @Test
    void aDisabledQueueIsNeitherTriedByItselfNorByAnAdministratorAlsoAfterARestart() {
        rig.smtp.isDown("no answer");
        MessageId id = rig.send("a@one.example");
        assertEquals(true, rig.ask(rig.queue().disable(ONE)));
        rig.smtp.isUp();
        rig.pass(Duration.ofHours(2));
        rig.restart();
        rig.pass(Duration.ofHours(2));

        assertEquals(QueueState.DISABLED, rig.status(ONE).state());
        assertEquals(Optional.empty(), rig.status(ONE).nextRetry());
        assertEquals(false, rig.ask(rig.queue().retry(ONE)));
        assertEquals(0, rig.ask(rig.queue().retryAll()));
        assertEquals(1, rig.smtp.tried().size());
        assertEquals(ONE, rig.place(id));

        assertEquals(true, rig.ask(rig.queue().enable(ONE)));
        rig.run();
        assertTrue(rig.isDone(id));
    }

    @Test
    void frozenAndDisabledAreTwoThings() {
        rig.smtp.isDown("no answer");
        rig.send("a@one.example");
        rig.ask(rig.queue().freeze(ONE));
        rig.ask(rig.queue().disable(ONE));
        assertEquals(QueueState.DISABLED, rig.status(ONE).state());
        rig.ask(rig.queue().enable(ONE));
        assertEquals(QueueState.FROZEN, rig.status(ONE).state());
        assertEquals(false, rig.ask(rig.queue().disable("smtp:nowhere.example")));
        assertEquals(false, rig.ask(rig.queue().enable("smtp:nowhere.example")));
    }

    @Test
    void withoutOutboundMailNoQueueToAnotherServerOpensAndLocalDeliveryGoesOn() {
        Instant now = rig.clock.instant();
        rig.ask(rig.queue().disableOutbound("ada"));
        MessageId away = rig.send("a@one.example");
        assertTrue(rig.isDone(rig.send("alice@here.example")));
        rig.restart();
        MessageId later = rig.send("b@two.example");
        rig.pass(Duration.ofHours(1));

        assertEquals(Optional.of(new OutboundHold(now, "ada")), rig.ask(rig.queue().outboundHold()));
        assertEquals(QueueState.DISABLED, rig.status(ONE).state());
        assertEquals(QueueState.DISABLED, rig.status("smtp:two.example").state());
        assertTrue(rig.smtp.tried().isEmpty());

        rig.ask(rig.queue().enableOutbound());
        rig.run();
        assertTrue(rig.isDone(away) && rig.isDone(later));
        rig.restart();
        assertEquals(Optional.empty(), rig.ask(rig.queue().outboundHold()));
    }

    @Test
    void whoDisabledOutboundMailFirstStaysNamed() {
        rig.ask(rig.queue().disableOutbound("ada"));
        rig.ask(rig.queue().disableOutbound("otto\nx"));
        rig.restart();
        assertEquals("ada", rig.ask(rig.queue().outboundHold()).orElseThrow().by());
    }

    @Test
    void aQueueThatIsDisabledByNameStaysSoWhenOutboundMailFlowsAgain() {
        rig.smtp.isDown("no answer");
        rig.send("a@one.example");
        rig.ask(rig.queue().disable(ONE));
        rig.ask(rig.queue().disableOutbound("ada"));
        rig.ask(rig.queue().enableOutbound());
        assertEquals(QueueState.DISABLED, rig.status(ONE).state());
    }

    @Test
    void aDamagedNoteStillHoldsMailBack() throws IOException {
        rig.ask(rig.queue().disableOutbound("ada"));
        Files.writeString(folder.resolve("outbound"), "nonsense\n");
        rig.restart();
        rig.send("a@one.example");
        assertTrue(rig.smtp.tried().isEmpty());
        assertEquals(new OutboundHold(Instant.EPOCH, ""), rig.ask(rig.queue().outboundHold()).orElseThrow());
    }

    @Test
    void allThatWaitIsTriedAtOnce() {
        rig.smtp.isDown("no answer");
        MessageId one = rig.send("a@one.example");
        MessageId two = rig.send("b@two.example");
        rig.send("c@three.example");
        rig.ask(rig.queue().freeze("smtp:three.example"));
        rig.smtp.isUp();
        assertFalse(rig.isDone(one));

        assertEquals(2, rig.ask(rig.queue().retryAll()));
        rig.run();
        assertTrue(rig.isDone(one) && rig.isDone(two));
        assertEquals(1, rig.status("smtp:three.example").messages());
    }
}
