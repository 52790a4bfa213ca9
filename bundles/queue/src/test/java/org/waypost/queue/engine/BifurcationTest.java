package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.categorizer.Categorizer;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Notify;
import org.waypost.mail.Recipient;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.QueuedMessage;

/** Recipients that go on in a copy of their message, under another reverse-path. */
class BifurcationTest {
    private static final String OWNER = "owner@here.example";

    @TempDir
    Path folder;
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
        rig.verdicts.put("list@here.example", under(OWNER, "alice@here.example", "bob@here.example"));
        rig.run();
    }

    @Test
    void theCopyGoesUnderItsOwnReversePathAndKnowsTheFormer() {
        rig.send(Set.of(Notify.FAILURE), "list@here.example");

        Message copy = rig.maildir.tried().get(0).message();
        assertEquals(Optional.of(Address.of(OWNER)), copy.sender());
        assertEquals("<sender@example.org>", copy.origin().originator());
        Recipient member = rig.maildir.tried().get(0).targets().get(0).recipient();
        assertEquals(Set.of(), member.notifyOn());
        assertEquals(Optional.empty(), member.original());
        assertEquals(2, rig.maildir.delivered().size());
        assertEquals(0, rig.memory.size());
        assertEquals(0, rig.memory.contents());
    }

    @Test
    void onlyTheGroupLeavesTheMessage() {
        rig.smtp.isDown("no answer");
        rig.maildir.waits();
        MessageId id = rig.send("list@here.example", "carol@one.example");

        assertEquals(List.of("carol@one.example"), rig.stored(id).recipients().stream().map(r -> r.address().toString()).toList());
        assertEquals(2, rig.memory.size());
        assertEquals(1, rig.memory.contents(), "one content, two messages");
        List<QueuedMessage> seen = rig.ask(rig.queue().find(MessageFilter.ALL, Optional.empty(), 10)).messages();
        assertEquals(List.of("smtp:one.example", "local:maildir", "local:maildir"),
                seen.stream().flatMap(m -> m.recipients().stream()).map(QueuedMessage.Place::queue).toList());
    }

    @Test
    void oneContentHoweverManyRecipients() {
        String[] many = IntStream.range(0, 1_000).mapToObj(i -> "m" + i + "@here.example").toArray(String[]::new);
        rig.verdicts.put("all@here.example", under(OWNER, many));
        rig.aliases.put("team@here.example", IntStream.range(0, 1_000).mapToObj(i -> "t" + i + "@here.example").toList());
        rig.maildir.waits();
        rig.send("all@here.example", "team@here.example");

        assertEquals(1, rig.memory.contents());
        rig.maildir.isUp();
        rig.maildir.finishAll();
        rig.run();
        assertEquals(2_000, Set.copyOf(rig.maildir.delivered()).size());
        assertEquals(0, rig.memory.contents());
    }

    @Test
    void aCircleOfGroupsIsFoundAcrossCopies() {
        rig.verdicts.put("one@here.example", under("a@here.example", "two@here.example"));
        rig.verdicts.put("two@here.example", under("b@here.example", "one@here.example"));
        rig.send("one@here.example");

        assertTrue(rig.events.outcomes().stream().anyMatch(line -> line.startsWith("two@here.example categorize FAILED 5.4.6")));
        assertEquals(List.of("a@here.example"), rig.maildir.tried().stream()
                .map(delivery -> delivery.targets().get(0).recipient().address().toString()).toList(), "told of it");
        assertEquals(0, rig.memory.size());
    }

    @Test
    void toTheNullReversePathNothingIsReported() {
        rig.verdicts.put("list@here.example", under("", "nobody@here.example"));
        MessageId id = rig.send("list@here.example");

        assertTrue(rig.isDone(id));
        assertEquals(0, rig.memory.size());
        assertTrue(rig.events.types().contains(QueueEvent.BADMAIL));
        assertEquals(0, rig.maildir.tried().size() + rig.smtp.tried().size());
    }

    @Test
    void theSenderWhoAskedIsToldThatTheListHasIt() {
        rig.send(Set.of(Notify.SUCCESS), "list@here.example");

        assertEquals(1, rig.smtp.tried().size());
        assertEquals("sender@example.org", rig.smtp.tried().get(0).targets().get(0).recipient().address().toString());
    }

    @Test
    void aSpoolThatGoesBeforeItAnswersLosesAndDoublesNothing() {
        rig.maildir.waits();
        rig.smtp.waits();
        rig.spool.loseNextAnswer();
        rig.send("list@here.example");
        rig.replaceSpool();

        assertEquals(1, rig.memory.size());
        finish();
        assertEquals(2, rig.maildir.delivered().size());
    }

    @Test
    void anEngineThatEndsInBetweenLosesAndDoublesNothing() {
        rig.maildir.isDown("disk away");
        rig.spool.loseNextAnswer();
        rig.send("list@here.example");
        rig.restart();

        assertEquals(1, rig.memory.size());
        rig.maildir.isUp();
        rig.pass(Duration.ofMinutes(2));
        assertEquals(2, rig.maildir.delivered().size());
        assertEquals(0, rig.memory.size());
    }

    @Test
    void aFullSpoolKeepsTheGroupWhereItIs() {
        Categorizer good = rig.categorizer;
        rig.categorizer = (message, recipients) -> {
            rig.memory.full(true);
            return good.categorize(message, recipients);
        };
        MessageId id = rig.send("list@here.example");

        assertEquals("categorize", rig.place(id));
        rig.categorizer = good;
        rig.memory.full(false);
        rig.pass(Duration.ofSeconds(2));
        assertEquals(2, rig.maildir.delivered().size());
    }

    private void finish() {
        rig.maildir.isUp();
        rig.smtp.isUp();
        rig.maildir.finishAll();
        rig.smtp.finishAll();
        rig.run();
    }

    private static Verdict under(String sender, String... members) {
        return new Verdict.Bifurcate(sender.isEmpty() ? Optional.empty() : Optional.of(Address.of(sender)),
                Arrays.stream(members).map(Address::of).toList());
    }
}
