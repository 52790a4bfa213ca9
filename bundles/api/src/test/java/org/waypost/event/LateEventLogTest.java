package org.waypost.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;

class LateEventLogTest {
    private enum Sample implements EventType {
        HAPPENED;

        @Override
        public String source() {
            return "Sample";
        }

        @Override
        public int id() {
            return 1;
        }

        @Override
        public String category() {
            return "Test";
        }

        @Override
        public Severity severity() {
            return Severity.INFORMATION;
        }

        @Override
        public String text() {
            return "{} happened.";
        }
    }

    private static final class Recorder implements EventLog {
        private final List<String> seen = new ArrayList<>();

        @Override
        public void report(EventType type, Object... parameters) {
            seen.add(type + " " + List.of(parameters));
        }

        @Override
        public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
            seen.add(recipient.address() + " " + hop + " " + outcome.kind());
        }
    }

    private final LateEventLog late = new LateEventLog();
    private final Recorder recorder = new Recorder();

    @Test
    void whatIsReportedBeforeIsHandedOnInOrder() {
        late.report(Sample.HAPPENED, 1);
        outcome();
        late.report(Sample.HAPPENED, 2);
        late.bind(recorder);
        late.report(Sample.HAPPENED, 3);
        outcome();
        assertEquals(List.of("HAPPENED [1]", "bob@example.com smtp:example.com DELIVERED", "HAPPENED [2]", "HAPPENED [3]",
                "bob@example.com smtp:example.com DELIVERED"), recorder.seen);
    }

    @Test
    void eachEventIsHandedOnOnce() {
        late.report(Sample.HAPPENED, 1);
        late.bind(recorder);
        Recorder second = new Recorder();
        late.bind(second);
        late.unbind(recorder);
        late.report(Sample.HAPPENED, 2);
        assertEquals(List.of("HAPPENED [1]"), recorder.seen);
        assertEquals(List.of("HAPPENED [2]"), second.seen);
    }

    @Test
    void eventsBetweenTwoLogsGoToTheSecond() {
        late.bind(recorder);
        late.unbind(recorder);
        late.report(Sample.HAPPENED, 1);
        assertEquals(List.of(), recorder.seen);
        late.bind(recorder);
        assertEquals(List.of("HAPPENED [1]"), recorder.seen);
    }

    @Test
    void itKeepsTheFirstTenThousand() {
        for (int i = 0; i < 10_050; i++) {
            late.report(Sample.HAPPENED, i);
        }
        late.bind(recorder);
        assertEquals(10_000, recorder.seen.size());
        assertEquals("HAPPENED [9999]", recorder.seen.get(9_999));
    }

    private void outcome() {
        Message message = new Message(new MessageId(1), new ContentId(1), 1, Optional.empty(), Instant.EPOCH, BodyType.SEVEN_BIT,
                false, Optional.empty(), Optional.empty(), Origin.HERE);
        Recipient recipient = new Recipient(0, Recipient.NO_PARENT, Address.of("bob@example.com"), Optional.empty(), Set.of(),
                Recipient.Progress.NEW);
        Outcome outcome = new Outcome(Outcome.Kind.DELIVERED, EnhancedStatus.of("2.0.0"), "ok", "", false);
        late.outcome(message, recipient, "smtp:example.com", outcome, Duration.ZERO);
    }
}
