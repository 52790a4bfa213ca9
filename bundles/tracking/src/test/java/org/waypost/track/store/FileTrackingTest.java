package org.waypost.track.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.Address;
import org.waypost.mail.MessageId;
import org.waypost.service.ServiceAwayException;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingEventBuilder;
import org.waypost.tracking.TrackingKind;
import org.waypost.tracking.TrackingQuestion;

class FileTrackingTest {
    private static final Instant START = Instant.parse("2026-11-29T12:00:00Z");
    private static final TrackingQuestion ALL = TrackingQuestion.newest(100);
    @TempDir
    private Path folder;

    private final TrackingEvent received = event(1, TrackingKind.RECEIVED).header("<One@A.example>").remote("client.example", "192.0.2.1:4711")
            .recipients(List.of(Address.of("b@b.example"), Address.of("c@c.example"))).tls("TLSv1.3 TLS_AES_256_GCM_SHA384").build();
    private final TrackingEvent deferred = event(2, TrackingKind.DEFERRED).recipients(List.of(Address.of("b@b.example")))
            .remote("mx.b.example.", "[2001:db8::25]:25").queue("b.example").connector("Internet").text("450 4.2.1 later").build();
    private final TrackingEvent delivered = event(3, TrackingKind.DELIVERED).recipients(List.of(Address.of("c@c.example"))).build();
    private final TrackingEvent report = TrackingEvent.of(START.plusSeconds(4), TrackingKind.DSN, new MessageId(7))
            .sender(Optional.of(Address.of("a@a.example"))).related(new MessageId(9)).build();
    private final TrackingEvent sent = TrackingEvent.of(START.plusSeconds(5), TrackingKind.TRANSFERRED, new MessageId(9))
            .recipients(List.of(Address.of("a@a.example"))).build();
    private final TrackingEvent other = TrackingEvent.of(START.plusSeconds(6), TrackingKind.RECEIVED, new MessageId(8)).build();

    @Test
    void eachQuestionHasItsAnswer() throws IOException {
        try (FileTracking tracking = open()) {
            recordAll(tracking);
            answers(tracking);
        }
        try (FileTracking tracking = open()) {
            answers(tracking);
        }
    }

    @Test
    void aHistoryHasWhatIsRelated() throws IOException {
        try (FileTracking tracking = open()) {
            recordAll(tracking);
            List<TrackingEvent> all = List.of(received, deferred, delivered, report, sent);
            assertEquals(all, tracking.history(new MessageId(7)).toCompletableFuture().join());
            assertEquals(all, tracking.history(new MessageId(9)).toCompletableFuture().join(), "from the notification too");
            assertEquals(List.of(), tracking.history(new MessageId(99)).toCompletableFuture().join());
        }
    }

    @Test
    void whatIsRecordedWhileItIsOffIsNotKept() throws IOException {
        TrackingFixture fixture = fixture();
        try (FileTracking tracking = fixture.open()) {
            tracking.record(received);
            tracking.change(fixture.settings(30, 2_048, false));
            tracking.record(other);
            assertEquals(List.of(received), find(tracking, ALL));
        }
    }

    @Test
    void oneOwnerAtATime() throws IOException {
        TrackingFixture fixture = fixture();
        try (FileTracking tracking = fixture.open()) {
            assertEquals(Optional.empty(), fixture.tryOpen(fixture.settings(30, 2_048, true)));
            tracking.record(received);
        }
        try (FileTracking tracking = fixture.open()) {
            assertEquals(List.of(received), find(tracking, ALL), "what was recorded just before it was closed");
        }
    }

    @Test
    void afterItWasClosedAQuestionFailsAndARecordDoesNot() throws IOException {
        FileTracking tracking = open();
        tracking.close();
        tracking.record(received);
        CompletionException failure = assertThrows(CompletionException.class, () -> find(tracking, ALL));
        assertTrue(failure.getCause() instanceof ServiceAwayException, failure.toString());
    }

    @Test
    void oneEventThatCannotBeWrittenDoesNotHarmOthers() throws IOException {
        try (FileTracking tracking = open()) {
            tracking.record(TrackingEvent.of(Instant.MAX, TrackingKind.RECEIVED, new MessageId(1)).build());
            tracking.record(received);
            assertEquals(List.of(received), find(tracking, ALL));
            assertEquals(1, tracking.status().dropped());
            assertEquals(1, tracking.status().recorded());
        }
    }

    private void answers(FileTracking tracking) {
        assertEquals(List.of(other, sent, report, delivered, deferred, received), find(tracking, ALL));
        assertEquals(List.of(other, sent), find(tracking, TrackingQuestion.newest(2)));
        assertEquals(List.of(report, delivered, deferred, received), find(tracking, ALL.message(new MessageId(7))));
        assertEquals(List.of(sent, report), find(tracking, ALL.message(new MessageId(9))));
        assertEquals(List.of(received), find(tracking, ALL.header("one@a.EXAMPLE")));
        assertEquals(List.of(received), find(tracking, ALL.header("<One@A.example>")));
        assertEquals(List.of(report, delivered, deferred, received), find(tracking, ALL.sender("A@a.example")));
        assertEquals(List.of(other, sent), find(tracking, ALL.sender("<>")));
        assertEquals(List.of(delivered, received), find(tracking, ALL.recipient("C@c.example")));
        assertEquals(List.of(received), find(tracking, ALL.remote("CLIENT.example")));
        assertEquals(List.of(received), find(tracking, ALL.remote("192.0.2.1")));
        assertEquals(List.of(deferred), find(tracking, ALL.remote("2001:DB8::25")));
        assertEquals(List.of(deferred), find(tracking, ALL.remote("mx.b.example")));
        assertEquals(List.of(report, deferred), find(tracking, ALL.kinds(Set.of(TrackingKind.DEFERRED, TrackingKind.DSN))));
        assertEquals(List.of(received), find(tracking, ALL.kinds(Set.of(TrackingKind.RECEIVED)).sender("a@a.example")));
        assertEquals(List.of(delivered, deferred), find(tracking, ALL.between(deferred.time(), report.time())));
        assertEquals(List.of(), find(tracking, ALL.sender("nobody@a.example")));
        assertEquals(List.of(), find(tracking, ALL.sender("a@a.example").remote("elsewhere.example")));
    }

    private void recordAll(FileTracking tracking) {
        List.of(received, deferred, delivered, report, sent, other).forEach(tracking::record);
    }

    private FileTracking open() throws IOException {
        return fixture().open();
    }

    private TrackingFixture fixture() {
        return new TrackingFixture(folder, InstantSource.system());
    }

    private static List<TrackingEvent> find(FileTracking tracking, TrackingQuestion question) {
        return tracking.find(question).toCompletableFuture().join();
    }

    private static TrackingEventBuilder event(int second, TrackingKind kind) {
        return TrackingEvent.of(START.plusSeconds(second), kind, new MessageId(7)).sender(Optional.of(Address.of("a@a.example"))).size(1_234)
                .virtualServer("default");
    }
}
