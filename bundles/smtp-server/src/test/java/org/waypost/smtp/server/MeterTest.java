package org.waypost.smtp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.waypost.metrics.Meter;
import org.waypost.metrics.Metric;
import org.waypost.testkit.connection.MemoryConnection;

/** What is counted of sessions. */
class MeterTest {
    private final List<String> notes = new CopyOnWriteArrayList<>();

    @Test
    void repliesAreCountedByClassAndASessionWhenItEnds() {
        TestServer server = new TestServer(TestSettings.standard());
        server.meter.bind(new Noting());
        MemoryConnection client = server.greeted();
        notes.clear();
        client.feed("NOOP\r\nMAIL FROM:<s@remote.example>\r\nRCPT TO:<alice@example.com>\r\nDATA\r\nx\r\n.\r\nRUBBISH\r\n");
        String name = TestSettings.standard().name();
        assertTrue(notes.remove("SMTP_MESSAGES " + name), notes::toString);
        assertEquals(List.of("2xx", "2xx", "2xx", "3xx", "2xx", "5xx").stream().map(kind -> "SMTP_REPLIES " + name + " " + kind).toList(), notes);
        notes.clear();
        client.feed("QUIT\r\n");
        assertTrue(notes.contains("SMTP_REPLIES " + name + " 2xx"), notes::toString);
        client.drop();
        assertEquals(1, notes.stream().filter(("SMTP_SESSIONS " + name)::equals).count(), notes::toString);
    }

    private final class Noting implements Meter {
        @Override
        public void count(Metric metric, String... labels) {
            notes.add(metric + " " + String.join(" ", labels));
        }

        @Override
        public void observe(Metric metric, long nanos, String... labels) {
            throw new AssertionError("nothing is timed");
        }
    }
}
