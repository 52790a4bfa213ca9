package org.waypost.admin.shell.overview;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.admin.OverviewAdmin.Overview;
import org.waypost.admin.OverviewAdmin.Queues;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Printed;
import org.waypost.metrics.Vitals;
import org.waypost.queue.QueueState;

class OverviewViewTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static Overview overview(List<Vitals.Traffic> traffic) {
        Vitals.Health health = new Vitals.Health(Vitals.Level.RED, false, List.of(
                new Vitals.Problem(Vitals.Level.RED, "replication", "cn=\u001bx", "Event 1040.")));
        return new Overview(NOW, health, traffic, 4, 2, List.of(new Queues(QueueState.RETRY, 3, 12, 2048)), Optional.of(NOW.minusSeconds(90)));
    }

    @Test
    void ratesQueuesAndProblemsAreShown() throws Exception {
        List<Vitals.Traffic> traffic = List.of(new Vitals.Traffic(NOW, 1, 3, 0.5), new Vitals.Traffic(NOW, 2, 6, 0.5));
        String text = Printed.by(out -> OverviewView.print(overview(traffic), out));
        assertTrue(text.contains("RED, takes no mail now"), text);
        assertTrue(text.contains("In           messages per second: 1.5 in the last minute, 1.5 in the last 10s"), text);
        assertTrue(text.contains("Out          recipients per second: 4.5"), text);
        assertTrue(text.contains("12, the oldest came 1m 30s ago"), text);
        assertTrue(text.contains("RETRY") && text.contains("2.0 KiB"), text);
        assertTrue(text.contains("RED replication cn=?x: Event 1040."), text);
        assertTrue(JsonText.of(overview(traffic)).contains("\"in\": 1.0"), JsonText.of(overview(traffic)));
    }

    @Test
    void aServerThatJustStartedKnowsNoRates() throws Exception {
        String text = Printed.by(out -> OverviewView.print(overview(List.of()), out));
        assertTrue(text.contains("messages per second: not known yet"), text);
    }
}
