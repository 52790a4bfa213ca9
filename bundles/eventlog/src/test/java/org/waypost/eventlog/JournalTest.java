package org.waypost.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventType;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;

class JournalTest {
    private final Recorded sink = new Recorded();

    @Test
    void anEventIsOneLineWithItsCause() {
        Journal journal = journal();
        IllegalStateException cause = new IllegalStateException("x");
        journal.report(TestEvent.WARNED, "main", 25, cause);
        journal.close();
        assertEquals(List.of("SMTP/7010 Protocol: Server main, port 25."), sink.lines);
        assertEquals(Optional.of(cause), sink.causes.get(0));
    }

    @Test
    void parametersCannotForgeLines() {
        Journal journal = journal();
        journal.report(TestEvent.WARNED, "a\r\nSMTP/1 fake\u001b[2J\u202e", "{}");
        journal.close();
        assertEquals(List.of("SMTP/7010 Protocol: Server a\\u000d\\u000aSMTP/1 fake\\u001b[2J\\u202e, port {}."), sink.lines);
    }

    @Test
    void missingAndSurplusParametersDoNoHarm() {
        assertEquals("Server {}, port {}.", EventText.of(TestEvent.WARNED).text());
        assertEquals("Server a, port b.", EventText.of(TestEvent.WARNED, "a", "b", "c").text());
        assertEquals(Optional.empty(), EventText.of(TestEvent.WARNED, "a", new IllegalStateException("as parameter")).cause());
    }

    @Test
    void anOutcomeIsOneLine() {
        assertEquals("id=000000000000A from=<alice@example.com> to=<bob@example.net> orig=<rfc822;b@x> hop=smtp:example.net"
                + " status=2.0.0 result=passed-on delay=61.005 size=2048 remote=mx.example.net reply=\"250 ok\"",
                line(Optional.of("rfc822;b@x"), "bob", "250 ok"));
    }

    @Test
    void hostileRepliesAndAddressesStayInTheirField() {
        String line = line(Optional.empty(), "x> status=2.0.0", "no\r\nid=1\" result=\"delivered\\");
        assertTrue(line.contains("to=<x\\u003e\\u0020status=2.0.0@example.net>"), line);
        assertTrue(line.endsWith("reply=\"no\\u000d\\u000aid=1\\u0022 result=\\u0022delivered\\u005c\""), line);
        assertFalse(line.contains("\n"));
        assertTrue(line(Optional.empty(), "bob", "x".repeat(100_000)).length() < 1_500);
    }

    @Test
    void levelsHoldBackWhatIsLessBad() {
        Levels.Read read = Levels.read(List.of("smtp/protocol=error", "Queue=WARNING", "nonsense", "SMTP=loud"));
        assertEquals(List.of("nonsense", "SMTP=loud"), read.refused());
        assertFalse(read.levels().admits(TestEvent.WARNED));
        assertTrue(read.levels().admits(TestEvent.INFORMED));
        assertFalse(Levels.read(List.of("SMTP=ERROR")).levels().admits(TestEvent.WARNED));
        assertTrue(Levels.read(List.of("SMTP=ERROR", "SMTP/Protocol=WARNING")).levels().admits(TestEvent.WARNED));
    }

    @Test
    void diagnosticLevelsShowMoreAndLess() {
        assertFalse(Levels.STANDARD.admits(TestEvent.DETAILED));
        assertTrue(Levels.STANDARD.admits(TestEvent.INFORMED));
        assertTrue(levels("smtp/PROTOCOL=3").admits(TestEvent.DETAILED));
        assertTrue(levels("SMTP=5").admits(TestEvent.DETAILED));
        assertFalse(levels("SMTP=5", "SMTP/Protocol=2").admits(TestEvent.DETAILED));
        assertFalse(levels("SMTP=0").admits(TestEvent.INFORMED));
        assertTrue(levels("SMTP=0").admits(TestEvent.WARNED));
        assertFalse(levels("SMTP=5", "SMTP=ERROR").admits(TestEvent.DETAILED), "both kinds are in force");
        assertEquals(List.of("SMTP=6", "SMTP=-1", "SMTP="), Levels.read(List.of("SMTP=6", "SMTP=-1", "SMTP=")).refused());
    }

    @Test
    void aDiagnosticLevelTakesEffectAtOnce() {
        Journal journal = journal();
        journal.report(TestEvent.DETAILED);
        assertFalse(journal.admits(TestEvent.DETAILED));
        journal.levels(levels("SMTP=3"));
        journal.report(TestEvent.DETAILED);
        assertTrue(journal.admits(TestEvent.DETAILED));
        journal.close();
        assertEquals(List.of("SMTP/2 Protocol: Detail."), sink.lines);
    }

    @Test
    void whatRepeatsIsToldAtTheLatestWhenTheLogGoes() {
        Journal journal = journal();
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        journal.outputs().add(event -> {
            throw new IllegalStateException("expected in this test");
        });
        journal.outputs().add(event -> seen.add(event.text() + " " + event.repeated()));
        for (int i = 0; i < 3; i++) {
            journal.report(TestEvent.WARNED, "main", 25);
            journal.report(TestEvent.WARNED, "other", i);
        }
        journal.close();
        String told = "Server main, port 25. (repeated 2 times)";
        assertEquals(5, sink.lines.size());
        assertEquals("SMTP/7010 Protocol: " + told, sink.lines.get(4));
        assertEquals(told + " 2", seen.get(4), "one output that fails keeps no other from it");
    }

    @Test
    void groupsAreFlushedAndNothingWaitsUnflushed() throws Exception {
        List<String> steps = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch gate = new CountDownLatch(1);
        LineWriter writer = new LineWriter(() -> steps.add("flush"));
        writer.write(() -> await(gate));
        for (int i = 0; i < 100; i++) {
            writer.write(() -> steps.add("entry"));
        }
        gate.countDown();
        writer.close();
        writer.write(() -> steps.add("late"));
        assertEquals(100, Collections.frequency(steps, "entry"));
        assertEquals(List.of("late", "flush"), steps.subList(steps.size() - 2, steps.size()));
        assertTrue(Collections.frequency(steps, "flush") < 50, "by the group");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Journal journal() {
        return new Journal(sink, new LineWriter(), new Folding(InstantSource.system(), Duration.ofMinutes(1)), InstantSource.system());
    }

    private static Levels levels(String... entries) {
        return Levels.read(List.of(entries)).levels();
    }

    @Test
    void eventsArePublishedWhereThereIsAPlace() {
        Journal journal = journal();
        List<String> published = Collections.synchronizedList(new ArrayList<>());
        Topic topic = (name, type, text) -> published.add(name + " " + text);
        journal.bind(topic);
        journal.report(TestEvent.INFORMED);
        journal.close();
        journal.unbind(topic);
        journal.report(TestEvent.INFORMED);
        assertEquals(List.of("org/waypost/event/SMTP/1 Hello."), published);
        assertEquals(2, sink.lines.size(), "also after the end: the caller writes");
    }

    @Test
    void aFullLineLosesNothingAndStopsNobody() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        LineWriter writer = new LineWriter(10, () -> { });
        List<Integer> written = Collections.synchronizedList(new ArrayList<>());
        writer.write(() -> {
            try {
                disk.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            writer.write(() -> written.add(number));
        }
        assertTrue(written.size() >= 980, "written by the caller");
        disk.countDown();
        writer.close();
        assertEquals(1_000, new HashSet<>(written).size());
    }

    @Test
    void anEntryThatFailsDoesNotEndTheWriting() {
        LineWriter writer = new LineWriter();
        List<String> written = Collections.synchronizedList(new ArrayList<>());
        writer.write(() -> {
            throw new IllegalStateException("expected in this test");
        });
        writer.write(() -> written.add("next"));
        writer.close();
        assertEquals(List.of("next"), written);
    }

    private static String line(Optional<String> original, String local, String reply) {
        Message message = new Message(new MessageId(10), new ContentId(10), 2048, Optional.of(Address.of("alice@example.com")),
                Instant.EPOCH, BodyType.SEVEN_BIT, false, Optional.empty(), Optional.empty(), Origin.HERE);
        Recipient recipient = new Recipient(0, Recipient.NO_PARENT, new Address(local, "example.net"), original, Set.of(),
                Recipient.Progress.NEW);
        return OutcomeLine.of(message, recipient, "smtp:example.net", new Outcome(Outcome.Kind.PASSED_ON,
                new EnhancedStatus(2, 0, 0), reply, "mx.example.net", true), Duration.ofMillis(61_005));
    }

    private enum TestEvent implements EventType {
        WARNED(7010, Severity.WARNING, "Protocol", "Server {}, port {}."),
        INFORMED(1, Severity.INFORMATION, "Other", "Hello."),
        DETAILED(2, Severity.INFORMATION, "Protocol", "Detail.") {
            @Override
            public int level() {
                return 3;
            }
        };

        private final int id;
        private final Severity severity;
        private final String category;
        private final String text;

        TestEvent(int id, Severity severity, String category, String text) {
            this.id = id;
            this.severity = severity;
            this.category = category;
            this.text = text;
        }

        @Override
        public String source() {
            return "SMTP";
        }

        @Override
        public int id() {
            return id;
        }

        @Override
        public String category() {
            return category;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String text() {
            return text;
        }
    }

    private static final class Recorded implements Sink {
        final List<String> lines = Collections.synchronizedList(new ArrayList<>());
        final List<Optional<Throwable>> causes = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void event(EventType type, EventText text) {
            lines.add(text.line());
            causes.add(text.cause());
        }

        @Override
        public void outcome(String line) {
            lines.add(line);
        }
    }
}
