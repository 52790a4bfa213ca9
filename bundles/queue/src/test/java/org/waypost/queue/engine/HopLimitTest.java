package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.delivery.Delivery;
import org.waypost.mail.MessageId;

/** A message that goes in a circle. */
class HopLimitTest {
    private static final String HOP = "rEceived: from one.example\r\n by two.example; Thu, 1 Jan 2026 00:00:00 +0000\r\n";
    private static final String REST = "Subject: Received: not\r\nX-Received: not\r\n received: not\r\n\r\nReceived: not\r\n";

    @TempDir
    Path folder;
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
    }

    @Test
    void withSoManyHopsItGoesOnAndWithOneMoreItIsReturned() {
        assertTrue(rig.isDone(send(30, "a@one.example")));
        assertEquals(1, rig.smtp.delivered().size());

        rig.smtp.waits();
        MessageId circling = send(31, "a@one.example", "b@two.example");
        assertTrue(rig.isDone(circling));
        assertEquals(2, rig.smtp.tried().size(), "only the report");
        Delivery report = rig.smtp.tried().get(1);
        assertEquals("example.org", report.targets().get(0).recipient().address().domain());
        String text = rig.content(report.message());
        assertTrue(text.contains("Status: 5.4.6") && text.contains("a@one.example") && text.contains("b@two.example"), text);
    }

    @Test
    void whatIsDeliveredHereGoesInNoCircle() {
        send(31, "ann@here.example");

        assertEquals(1, rig.maildir.delivered().size());
    }

    @Test
    void aHeaderOfAnyLengthIsReadNoFurtherThanItPays() {
        MessageId id = rig.accept(rig.message("sender@example.org"), "X-Long: " + "x".repeat(200_000) + "\r\n" + HOP.repeat(31) + REST,
                EngineRig.recipients(Set.of(), "a@one.example"));

        assertTrue(rig.isDone(id));
        assertEquals(1, rig.smtp.delivered().size());
    }

    private MessageId send(int hops, String... recipients) {
        return rig.accept(rig.message("sender@example.org"), HOP.repeat(hops) + REST, EngineRig.recipients(Set.of(), recipients));
    }
}
