package org.waypost.admin.shell.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.admin.shell.Printed;
import org.waypost.admin.shell.Refusal;
import org.waypost.mail.Address;
import org.waypost.mail.MessageId;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingEventBuilder;
import org.waypost.tracking.TrackingKind;

class TrackViewTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final MessageId ID = new MessageId(1);
    private static final MessageId DSN = new MessageId(2);
    private static final List<TrackingEvent> HISTORY = List.of(
            event(0, TrackingKind.RECEIVED, ID).header("<1@here>").remote("client", "192.0.2.7:40000").tls("TLSv1.3 SUITE")
                    .text("250 queued").build(),
            event(12, TrackingKind.QUEUED_REMOTE, ID).queue("smtp:b.example").build(),
            event(90_000, TrackingKind.FAILED, ID).queue("smtp:b.example").remote("mx.b.example", "192.0.2.9:25")
                    .text("550 \u001b[2Jno").build(),
            event(90_001, TrackingKind.DSN, ID).related(DSN).build(),
            event(90_001, TrackingKind.RECEIVED, DSN).build());

    @Test
    void aHistoryIsATimeline() throws Exception {
        assertEquals(String.join("\n", "Id          " + ID, "From        <a@a.example>", "Message-ID  <1@here>", "Size        2.0 KiB",
                "Begins      2026-11-29 12:00:00Z",
                "   +0.000s  RECEIVED            b@b.example, from client [192.0.2.7:40000], TLSv1.3 SUITE: 250 queued",
                "   +0.012s  QUEUED_REMOTE       b@b.example, queue smtp:b.example",
                "   +1m 30s  FAILED              b@b.example, at mx.b.example [192.0.2.9:25], queue smtp:b.example: 550 ?[2Jno",
                "   +1m 30s  DSN                 b@b.example, as " + DSN,
                "   +1m 30s  RECEIVED            [" + DSN + "] b@b.example", ""),
                Printed.by(out -> TrackView.history(HISTORY, false, out)));
    }

    @Test
    void aListIsATableWithoutTooManyRecipients() throws Exception {
        String shown = Printed.by(out -> TrackView.list(List.of(event(0, TrackingKind.CATEGORIZED, ID)
                .recipients(List.of(Address.of("a@x"), Address.of("b@x"), Address.of("c@x"), Address.of("d@x"))).build()), false, out));
        assertTrue(shown.contains("a@x, b@x, c@x and 1 more") && shown.contains(ID.toString()), shown);
        assertTrue(Printed.by(out -> TrackView.list(List.of(), false, out)).contains("Nothing found."));
    }

    @Test
    void jsonHasAllOfIt() throws Exception {
        String json = Printed.by(out -> TrackView.history(HISTORY, true, out));
        for (String part : List.of("\"id\": \"" + ID + "\"", "\"event\": \"RECEIVED\"", "\"number\": 1019", "\"messageId\": \"<1@here>\"",
                "\"related\": \"" + DSN + "\"", "\"related\": null", "\"b@b.example\"", "\"time\": \"2026-11-29T12:00:00Z\"")) {
            assertTrue(json.contains(part), part + " in " + json);
        }
    }

    @Test
    void timesAreSaidAsLengthsOrInFull() throws Exception {
        assertEquals(NOON.minusSeconds(7_200), Moment.of("2h", NOON, Instant.MIN));
        assertEquals(NOON, Moment.of("2026-11-29T12:00:00Z", Instant.EPOCH, Instant.MIN));
        assertEquals(Instant.MIN, Moment.of(null, NOON, Instant.MIN));
        assertTrue(assertThrows(Refusal.class, () -> Moment.of("yesterday", NOON, NOON)).getMessage().contains("\"yesterday\" is no time"));
    }

    private static TrackingEventBuilder event(long millis, TrackingKind kind, MessageId id) {
        return TrackingEvent.of(NOON.plusMillis(millis), kind, id).sender(Optional.of(Address.of("a@a.example")))
                .recipients(List.of(Address.of("b@b.example"))).size(2_048);
    }
}
