package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.mail.MessageId;
import org.waypost.service.Gate;
import org.waypost.tracking.MessageTracking;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;
import org.waypost.tracking.TrackingQuestion;

class TrackingUseCasesTest {
    private static final MessageId ID = new MessageId(4711);
    private static final OneMessage TRACKING = new OneMessage();

    private final Gate<MessageTracking> gate = new Gate<>("message tracking", Duration.ofMillis(20), 10, Runnable::run);
    private final TrackingUseCases admin = new TrackingUseCases(gate, new RecordedEvents(), Duration.ofSeconds(2));

    @Test
    void aHistoryBeginsWithTheArrivalAlsoWhenItWasToldLate() {
        gate.bind(TRACKING);
        assertEquals(new Answer.Ok<>(List.of(event(TrackingKind.RECEIVED), event(TrackingKind.CATEGORIZED), event(TrackingKind.QUEUED_LOCAL))),
                admin.history(ID.toString()));
    }

    @Test
    void aMessageNobodyKnowsAndATextThatIsNoIdAreRefused() {
        gate.bind(TRACKING);
        Answer.Refused<?> unknown = assertInstanceOf(Answer.Refused.class, admin.history(new MessageId(1).toString()));
        assertEquals(Answer.Cause.UNKNOWN, unknown.cause());
        assertTrue(unknown.reason().startsWith("Nothing is known of message 0000000000001: "), unknown.reason());
        assertTrue(assertInstanceOf(Answer.Refused.class, admin.history("x")).reason().contains("\"x\" is not a queue id"));
    }

    @Test
    void whatCannotBeReadAndWhoIsAwayAreNamed() {
        assertTrue(assertInstanceOf(Answer.Refused.class, admin.status()).reason().startsWith("Message tracking "));
        gate.bind(TRACKING);
        assertEquals(new Answer.Ok<>(new MessageTracking.Status(1, 2, 3, 4)), admin.status());
        assertTrue(assertInstanceOf(Answer.Refused.class, admin.find(TrackingQuestion.newest(1))).reason().contains("damaged"));
    }

    private static TrackingEvent event(TrackingKind kind) {
        return TrackingEvent.of(Instant.EPOCH, kind, ID).build();
    }

    private static final class OneMessage implements MessageTracking {
        @Override
        public CompletionStage<List<TrackingEvent>> find(TrackingQuestion question) {
            return CompletableFuture.failedStage(new IOException("damaged"));
        }

        @Override
        public CompletionStage<List<TrackingEvent>> history(MessageId message) {
            return CompletableFuture.completedStage(message.equals(ID) ? List.of(event(TrackingKind.CATEGORIZED),
                    event(TrackingKind.RECEIVED), event(TrackingKind.QUEUED_LOCAL)) : List.of());
        }

        @Override
        public Status status() {
            return new Status(1, 2, 3, 4);
        }
    }
}
