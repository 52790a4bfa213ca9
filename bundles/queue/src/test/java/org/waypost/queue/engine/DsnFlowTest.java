package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.Outcome;
import org.waypost.mail.MessageId;
import org.waypost.mail.Notify;
import org.waypost.queue.MessageFilter;
import org.waypost.spool.Change;

/** DSNs and badmail on their way through the engine. */
class DsnFlowTest {
    @TempDir
    Path folder;
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
        rig.run();
        failExceptDsns("5.1.1", "no such user");
    }

    private void failExceptDsns(String status, String text) {
        rig.smtp.answers(delivery -> delivery.message().sender().isEmpty()
                ? FakeAgent.all(delivery, Outcome.Kind.DELIVERED, "2.0.0", "OK")
                : FakeAgent.all(delivery, Outcome.Kind.FAILED, status, text));
    }

    @Test
    void recipientsThatFailTogetherAreToldInOneDsn() {
        rig.smtp.waits();
        MessageId id = rig.send("a@one.example", "b@one.example");
        failExceptDsns("5.1.1", "no such user");
        rig.smtp.finishAll();
        rig.smtp.waits();
        rig.run();

        assertTrue(rig.isDone(id));
        Delivery dsn = rig.smtp.tried().get(1);
        assertEquals("sender@example.org", dsn.targets().get(0).recipient().address().toString());
        assertTrue(dsn.message().sender().isEmpty());
        String text = rig.content(dsn.message());
        assertEquals(dsn.message().size(), text.length());
        for (String line : List.of("Content-Type: multipart/report", "Final-Recipient: rfc822; a@one.example",
                "Final-Recipient: rfc822; b@one.example", "Action: failed", "Status: 5.1.1", "Subject: rig", "Hello")) {
            assertTrue(text.contains(line), line + " in\n" + text);
        }
        assertTrue(rig.events.types().contains(QueueEvent.NDR));
    }

    @Test
    void theDsnTakesTheRecipientsPlaceInOneChange() {
        rig.send("a@one.example", "nobody@here.example");

        List<Change> unit = rig.spool.applied().stream()
                .filter(changes -> changes.stream().anyMatch(Change.Accept.class::isInstance)).findFirst().orElseThrow();
        assertTrue(unit.stream().anyMatch(change -> change instanceof Change.Remove || change instanceof Change.RemoveMessage));
    }

    @Test
    void whoDoesNotWantToKnowIsNotTold() {
        rig.send(Set.of(Notify.NEVER), "a@one.example");
        rig.send(Set.of(Notify.SUCCESS, Notify.DELAY), "a@one.example");

        assertEquals(2, rig.smtp.tried().size());
        assertEquals(0, rig.memory.size());
    }

    @Test
    void successIsToldOnlyWhenAskedForAndNotByTheNextHop() {
        rig.smtp.gives(Outcome.Kind.PASSED_ON, "2.0.0", "OK");
        rig.send(Set.of(Notify.SUCCESS), "a@one.example");
        assertEquals(1, rig.smtp.tried().size());

        rig.smtp.gives(Outcome.Kind.RELAYED, "2.0.0", "OK");
        rig.send("b@one.example");
        assertEquals(2, rig.smtp.tried().size());
        rig.send(Set.of(Notify.SUCCESS), "c@one.example");
        assertEquals(4, rig.smtp.tried().size());

        rig.smtp.waits();
        rig.send(Set.of(Notify.SUCCESS), "alice@here.example");
        String text = rig.content(rig.smtp.tried().get(4).message());
        assertTrue(text.contains("Action: delivered"), text);
        assertFalse(text.contains("Hello"), "a success returns the header alone");
    }

    @Test
    void aListTellsOfItsExpansionAndItsMembersAreSilentAboutSuccess() {
        rig.aliases.put("team@here.example", List.of("alice@here.example", "bob@here.example"));
        rig.smtp.waits();
        rig.send(Set.of(Notify.SUCCESS), "team@here.example");

        assertEquals(2, rig.maildir.delivered().size());
        assertEquals(1, rig.smtp.tried().size());
        assertTrue(rig.content(rig.smtp.tried().get(0).message()).contains("Action: expanded"));
    }

    @Test
    void aMemberThatFailsIsNamedByItsListToo() {
        rig.aliases.put("team@here.example", List.of("a@one.example"));
        rig.smtp.waits();
        rig.send("team@here.example");
        failExceptDsns("5.1.1", "no such user");
        rig.smtp.finishAll();
        rig.smtp.waits();
        rig.run();

        String text = rig.content(rig.smtp.tried().get(1).message());
        assertTrue(text.contains("Original-Recipient: rfc822; team@here.example"), text);
        assertTrue(text.contains("Final-Recipient: rfc822; a@one.example"), text);
    }

    @Test
    void anUndeliverableBounceGoesToBadmail() throws IOException {
        MessageId id = rig.sendBounce("nobody@here.example");

        assertTrue(rig.isDone(id));
        assertEquals(0, rig.memory.size());
        Path content = folder.resolve("badmail").resolve(id + "-0.eml");
        assertEquals("Subject: rig\r\n\r\nHello\r\n", Files.readString(content));
        assertTrue(Files.readString(folder.resolve("badmail").resolve(id + "-0.txt"))
                .contains("Recipient: <nobody@here.example> 5.1.1 No such user"));
        assertTrue(rig.events.types().contains(QueueEvent.BADMAIL));
    }

    @Test
    void aBounceStaysWhileTheBadmailFolderCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("badmail"), "in the way");
        MessageId id = rig.sendBounce("nobody@here.example");
        assertFalse(rig.isDone(id));
        assertTrue(rig.events.types().contains(QueueEvent.BADMAIL_FAILED));

        Files.delete(folder.resolve("badmail"));
        rig.pass(Duration.ofSeconds(30));
        assertTrue(rig.isDone(id));
    }

    @Test
    void aFullDiskHoldsUpTheDsnButNotTheRemovals() {
        rig.memory.full(false);
        rig.smtp.waits();
        rig.maildir.waits();
        MessageId failing = rig.send("a@one.example");
        MessageId fine = rig.send("alice@here.example");
        rig.memory.full(true);
        failExceptDsns("5.1.1", "no such user");
        rig.smtp.finishAll();
        rig.maildir.finishAll();
        rig.run();

        assertTrue(rig.isDone(fine));
        assertFalse(rig.isDone(failing));
        rig.memory.full(false);
        rig.pass(Duration.ofSeconds(2));
        assertTrue(rig.isDone(failing));
        assertEquals(1, rig.smtp.delivered().size(), "one DSN");
    }

    @Test
    void deletionTellsTheSenderOnlyIfWanted() {
        rig.smtp.isDown("no answer");
        MessageId quiet = rig.send("a@one.example");
        MessageId told = rig.send("a@one.example", "b@one.example");

        assertEquals(1, rig.ask(rig.queue().delete(quiet, MessageFilter.ALL, false)));
        assertEquals(1, rig.memory.size());
        assertEquals(2, rig.ask(rig.queue().delete(told, MessageFilter.ALL, true)));
        assertEquals(1, rig.memory.size());
        assertEquals(1, rig.status("smtp:example.org").messages());
        assertEquals(0, rig.ask(rig.queue().delete(told, MessageFilter.ALL, true)));
        assertTrue(rig.events.types().contains(QueueEvent.NDR_DELETED));
    }
}
