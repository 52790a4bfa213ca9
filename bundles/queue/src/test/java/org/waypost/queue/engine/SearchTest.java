package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.MessageId;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.MessagePage;
import org.waypost.queue.QueueState;

/** Finding messages, and doing something to those that were found. */
class SearchTest {
    private static final String ONE = "smtp:one.example";

    @TempDir
    Path folder;
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
        rig.run();
        rig.smtp.isDown("no answer");
    }

    @Test
    void messagesAreFoundBySenderRecipientStateQueueAndAge() {
        MessageId first = rig.send("Ann@one.example", "bob@two.example");
        rig.clock.advance(Duration.ofSeconds(10));
        Instant later = rig.clock.instant();
        MessageId second = rig.send("bob@one.example");
        MessageId bounce = rig.sendBounce("ann@two.example");
        rig.ask(rig.queue().freeze("smtp:two.example"));

        assertEquals(List.of(first, bounce), found(filter("", "", "aNN@", null, null)));
        assertEquals(List.of(first, second), found(filter("", "SENDER@example", "", null, null)));
        assertEquals(List.of(bounce), found(filter("", "<>", "", null, null)));
        assertEquals(List.of(first, second), found(filter(ONE, "", "", null, null)));
        assertEquals(List.of(first, bounce), found(filter("", "", "", QueueState.FROZEN, null)));
        assertEquals(List.of(first, second), found(filter("", "", "", QueueState.RETRY, null)));
        assertEquals(List.of(first), found(filter("", "", "", null, later)));
        assertEquals(List.of(), found(filter(ONE, "", "", QueueState.FROZEN, null)));
        assertEquals(List.of(second), found(filter(ONE, "", "bob", null, null)));
        assertEquals(List.of(), found(filter("smtp:nowhere.example", "", "", null, null)));
    }

    @Test
    void pagesGoOnAfterTheLastOneAlsoWhenItIsGone() {
        List<MessageId> sent = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            sent.add(rig.send("u" + i + "@one.example"));
        }
        MessagePage page = rig.ask(rig.queue().find(MessageFilter.ALL, Optional.empty(), 3));
        assertEquals(sent.subList(0, 3), ids(page));
        rig.ask(rig.queue().delete(sent.get(2), MessageFilter.ALL, false));
        page = rig.ask(rig.queue().find(MessageFilter.ALL, page.next(), 3));
        assertEquals(sent.subList(3, 6), ids(page));
        page = rig.ask(rig.queue().find(MessageFilter.ALL, page.next(), 3));
        assertEquals(sent.subList(6, 7), ids(page));
        assertTrue(page.next().isEmpty());
    }

    @Test
    void whatIsOnlyInTheSpoolIsFoundInItsPlace() {
        rig.settings = withMemory(3);
        rig.restart();
        List<MessageId> sent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sent.add(rig.send("u" + i + "@one.example"));
        }
        assertEquals(sent, found(MessageFilter.ALL));
        assertEquals(sent.subList(3, 8), found(MessageFilter.inQueue("submission")));
        assertEquals(sent.subList(0, 3), found(MessageFilter.inQueue(ONE)));
        assertEquals(List.of(sent.get(6)), found(filter("", "", "u6@", QueueState.READY, null)));
        assertEquals(1, rig.ask(rig.queue().delete(sent.get(6), MessageFilter.ALL, false)));
    }

    /** One question looks at a bounded number, whatever it asks for. */
    @Test
    void aSearchThatFindsNothingStopsToLetMailGoOn() {
        rig.settings = withMemory(2 * Search.LOOK);
        for (int i = 0; i <= Search.LOOK; i++) {
            rig.memory.accept(rig.draft("u" + i + "@one.example"));
        }
        rig.run();
        MessagePage page = rig.ask(rig.queue().find(filter("", "", "nobody", null, null), Optional.empty(), 10));
        assertTrue(page.messages().isEmpty() && page.next().isPresent());
        page = rig.ask(rig.queue().find(filter("", "", "nobody", null, null), page.next(), 10));
        assertTrue(page.messages().isEmpty() && page.next().isEmpty());
    }

    @Test
    void onlyTheRecipientsThatAreMeantAreDeleted() {
        MessageId id = rig.send("a@one.example", "b@one.example", "c@two.example");
        assertEquals(1, rig.ask(rig.queue().delete(id, filter("", "", "a@", null, null), false)));
        assertEquals(0, rig.ask(rig.queue().delete(id, filter("", "", "a@", null, null), false)));
        assertEquals(0, rig.ask(rig.queue().delete(id, filter("", "other@", "", null, null), false)));
        assertEquals(Set.of("b@one.example", "c@two.example"), left(id));
        assertEquals(1, rig.status(ONE).messages());
        assertEquals(1, rig.ask(rig.queue().delete(id, MessageFilter.inQueue("smtp:two.example"), false)));
        assertEquals(Set.of("b@one.example"), left(id));
        rig.restart();
        assertEquals(Set.of("b@one.example"), left(id));
    }

    @Test
    void oneMessageIsTriedNowAndItsNextHopWithIt() {
        MessageId id = rig.send("a@one.example");
        rig.send("c@two.example");
        rig.smtp.isUp();
        assertEquals(0, rig.ask(rig.queue().retry(new MessageId(1), MessageFilter.ALL)));
        assertEquals(0, rig.ask(rig.queue().retry(id, MessageFilter.inQueue("smtp:two.example"))));
        assertEquals(1, rig.ask(rig.queue().retry(id, MessageFilter.ALL)));
        rig.run();
        assertTrue(rig.isDone(id));
        assertEquals(QueueState.RETRY, rig.status("smtp:two.example").state());
        MessageId held = rig.send("d@two.example");
        rig.ask(rig.queue().disable("smtp:two.example"));
        assertEquals(0, rig.ask(rig.queue().retry(held, MessageFilter.ALL)));
    }

    @Test
    void theBeginningOfAContentIsRead() {
        MessageId id = rig.send("a@one.example");
        String start = StandardCharsets.US_ASCII.decode(rig.ask(rig.queue().content(id, 12)).orElseThrow()).toString();
        assertEquals("Subject: rig", start);
        assertEquals(Optional.empty(), rig.ask(rig.queue().content(new MessageId(1), 12)));
    }

    private Set<String> left(MessageId id) {
        return rig.ask(rig.queue().message(id)).orElseThrow().recipients().stream()
                .map(place -> place.recipient().address().toString()).collect(Collectors.toSet());
    }

    private List<MessageId> found(MessageFilter filter) {
        MessagePage page = rig.ask(rig.queue().find(filter, Optional.empty(), 100));
        assertTrue(page.next().isEmpty());
        return ids(page);
    }

    private static List<MessageId> ids(MessagePage page) {
        return page.messages().stream().map(message -> message.message().id()).toList();
    }

    private static MessageFilter filter(String queue, String sender, String recipient, QueueState state, Instant before) {
        return new MessageFilter(given(queue), given(sender), given(recipient), Optional.ofNullable(state), Optional.ofNullable(before));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    private QueueSettings withMemory(int messages) {
        QueueSettings s = rig.settings;
        return new QueueSettings(s.hostName(), s.retrySchedule(), s.expireAfter(), s.delayWarning(), s.maxConnectionsPerHop(),
                s.maxLocalDeliveries(), s.maxDeliveries(), messages, s.maxHops());
    }
}
