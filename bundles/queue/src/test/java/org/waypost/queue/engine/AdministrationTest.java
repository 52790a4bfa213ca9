package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.MessageId;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;
import org.waypost.queue.QueuedMessage;

/** What administrators see and do. */
class AdministrationTest {
    @TempDir
    Path folder;
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
        rig.run();
    }

    @Test
    void aFrozenQueueLetsNothingOutAndStaysFrozenAfterARestart() {
        rig.smtp.isDown("no answer");
        MessageId id = rig.send("a@one.example");
        assertEquals(true, rig.ask(rig.queue().freeze("smtp:one.example")));
        rig.smtp.isUp();
        rig.pass(Duration.ofMinutes(5));
        rig.restart();
        rig.pass(Duration.ofMinutes(5));
        MessageId another = rig.send("b@one.example");

        assertEquals(QueueState.FROZEN, rig.status("smtp:one.example").state());
        assertEquals(2, rig.status("smtp:one.example").messages());
        assertEquals(1, rig.smtp.tried().size());

        assertEquals(true, rig.ask(rig.queue().unfreeze("smtp:one.example")));
        rig.run();
        assertTrue(rig.isDone(id));
        assertTrue(rig.isDone(another));
        rig.restart();
        assertTrue(rig.isDone(rig.send("c@one.example")));
    }

    @Test
    void aFrozenQueueIsSeenAlsoWhenNothingGoesToItAndUnknownOnesAreRefused() {
        rig.smtp.isDown("no answer");
        rig.send("a@one.example");
        rig.ask(rig.queue().freeze("smtp:one.example"));
        rig.ask(rig.queue().delete(rig.ask(rig.queue().find(MessageFilter.ALL, Optional.empty(), 1)).messages().get(0).message().id(), MessageFilter.ALL, false));
        rig.restart();

        assertEquals(QueueState.FROZEN, rig.status("smtp:one.example").state());
        assertEquals(0, rig.status("smtp:one.example").messages());
        assertEquals(false, rig.ask(rig.queue().freeze("smtp:nowhere.example")));
        assertEquals(false, rig.ask(rig.queue().unfreeze("smtp:nowhere.example")));
        assertEquals(true, rig.ask(rig.queue().unfreeze("smtp:one.example")));
    }

    @Test
    void eachStageCanBeFrozen() {
        for (String stage : List.of("submission", "categorize", "route")) {
            assertEquals(true, rig.ask(rig.queue().freeze(stage)));
            MessageId id = rig.send("a@one.example");
            assertEquals(stage, rig.place(id));
            assertEquals(QueueState.FROZEN, rig.status(stage).state());
            rig.ask(rig.queue().unfreeze(stage));
            rig.run();
            assertTrue(rig.isDone(id));
        }
    }

    @Test
    void queuesSayHowMuchTheyHoldAndSinceWhen() {
        rig.smtp.isDown("no answer");
        rig.send("a@one.example", "b@one.example");
        rig.clock.advance(Duration.ofSeconds(10));
        rig.send("c@one.example");

        QueueStatus status = rig.status("smtp:one.example");
        assertEquals(2, status.messages());
        assertEquals(46, status.octets());
        assertEquals(Optional.of(rig.clock.instant().minusSeconds(10)), status.oldest());
    }

    @Test
    void messagesAreListedByQueueInTheOrderOfTheirIds() {
        rig.smtp.isDown("no answer");
        MessageId first = rig.send("a@one.example");
        rig.send("a@two.example");
        MessageId third = rig.send("b@one.example");

        assertEquals(List.of(first, third), rig.ask(rig.queue().find(MessageFilter.inQueue("smtp:one.example"), Optional.empty(), 10))
                .messages().stream()
                .map(message -> message.message().id()).toList());
        assertEquals(2, rig.ask(rig.queue().find(MessageFilter.ALL, Optional.empty(), 2)).messages().size());
        QueuedMessage shown = rig.ask(rig.queue().message(first)).orElseThrow();
        assertEquals("no answer", shown.recipients().get(0).recipient().progress().lastReason());
    }

    @Test
    void emptyLinkQueuesAreForgotten() {
        rig.send("a@one.example");
        rig.pass(Duration.ofSeconds(30));

        assertTrue(rig.ask(rig.queue().queues()).stream().noneMatch(status -> status.name().equals("smtp:one.example")));
    }

    @Test
    void whatIsBeingDeliveredCannotBeDeleted() {
        rig.maildir.waits();
        MessageId id = rig.send("alice@here.example");

        assertEquals(0, rig.ask(rig.queue().delete(id, MessageFilter.ALL, false)));
        rig.maildir.finishAll();
        rig.run();
        assertTrue(rig.isDone(id));
    }
}
