package org.waypost.admin.shell.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Printed;
import org.waypost.admin.shell.Screen;
import org.waypost.metrics.Vitals.Traffic;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;

class WatchViewTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String CLEAR = "\u001b[H\u001b[2J";
    private static final String REASON = "452 4.2.2 the mailbox is full and the sentence goes on and on and on and on \u001b[2J";

    @Test
    void theSecondPictureTellsHowFastAQueueFillsOrEmpties() throws Exception {
        String printed = Printed.by(out -> {
            WatchView view = new WatchView(Screen.NONE, out);
            view.show(NOW, List.of(queue("smtp:a.test", 10), queue("smtp:b.test", 5)), Optional.empty());
            view.show(NOW.plusSeconds(10), List.of(queue("smtp:a.test", 4), queue("smtp:b.test", 6)),
                    Optional.of(new Traffic(NOW, 1.5, 2.25, 0)));
        });
        List<String> rows = printed.lines().filter(line -> line.startsWith("smtp:")).toList();
        assertEquals(4, rows.size(), printed);
        assertTrue(rows.get(2).startsWith("smtp:b.test") && rows.get(2).contains("+6"), "the fullest first: " + printed);
        assertTrue(rows.get(3).contains("-36"), printed);
        assertTrue(printed.contains("10 messages, in 1.5/s, out 2.3/s"), printed);
        assertTrue(printed.contains("on and on ?[2J"), "whole where there is no terminal: " + printed);
        assertFalse(printed.contains(CLEAR), printed);
    }

    @Test
    void itFitsTheTerminal() throws Exception {
        List<QueueStatus> queues = IntStream.range(0, 50).mapToObj(i -> queue("smtp:a-rather-long-name-of-a-domain-" + i + ".test", 1_000_000)).toList();
        String printed = Printed.by(out -> new WatchView(new Screen(80, 24, true), out).show(NOW, queues, Optional.of(new Traffic(NOW, 100, 100, 1))));
        assertTrue(printed.startsWith(CLEAR), printed);
        List<String> lines = printed.substring(CLEAR.length()).replaceAll("\u001b\\[[0-9;]*m", "").lines().toList();
        assertTrue(lines.size() <= 24, printed);
        lines.forEach(line -> assertTrue(line.length() <= 80, line.length() + ": " + line));
        assertTrue(printed.contains("and 32 queues more"), printed);
    }

    @Test
    void aPictureIsALineOfJson() {
        String line = JsonText.line(new QueueWatch.Picture(NOW, List.of(queue("smtp:a.test", 10))));
        assertFalse(line.contains("\n"), line);
        assertTrue(line.startsWith("{\"time\": \"2026-01-01T12:00:00Z\", \"queues\": [{\"name\": \"smtp:a.test\""), line);
    }

    private static QueueStatus queue(String name, int messages) {
        return new QueueStatus(name, QueueState.RETRY, messages, 1000, Optional.of(NOW.minusSeconds(7_260)), Optional.of(NOW.plusSeconds(303)), 0, REASON);
    }
}
