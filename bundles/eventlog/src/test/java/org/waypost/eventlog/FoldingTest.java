package org.waypost.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.testkit.time.ManualClock;

class FoldingTest {
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final ManualClock clock = new ManualClock();
    private final Folding folding = new Folding(clock, WINDOW);

    @Test
    void repetitionsAreCountedAndToldAtTheEndOfTheWindow() {
        assertFalse(report("a"), "the first is logged at once");
        clock.advance(Duration.ofSeconds(20));
        assertTrue(report("a"));
        assertTrue(report("a"));
        assertEquals(List.of(), told());
        clock.advance(Duration.ofSeconds(40));
        assertEquals(List.of("EventLog/1 Configuration: " + text("a") + " (repeated 2 times)"), told());
        assertEquals(List.of(), told(), "once");
        assertFalse(report("a"), "a new window");
    }

    @Test
    void otherParametersAreOtherEvents() {
        assertFalse(report("a"));
        assertFalse(report("b"));
        clock.advance(WINDOW);
        assertEquals(List.of(), told());
    }

    @Test
    void aWindowThatIsOverFoldsNothing() {
        report("a");
        clock.advance(WINDOW);
        assertFalse(report("a"));
        assertTrue(report("a"), "that one began the next window");
        clock.advance(Duration.ofDays(-1));
        assertFalse(report("a"), "the clock was set back");
    }

    @Test
    void nothingIsLostAtTheEnd() {
        report("a");
        report("a");
        assertEquals(1, folding.close().size());
        assertFalse(report("a"));
        assertFalse(report("a"), "nobody would tell of it");
    }

    @Test
    void itCanBeSwitchedOff() {
        folding.window(Duration.ZERO);
        assertFalse(report("a"));
        assertFalse(report("a"));
    }

    private boolean report(String parameter) {
        return folding.folds(Entry.of(clock.instant(), EventLogEvent.BAD_LEVEL, "pid", parameter));
    }

    private List<String> told() {
        return folding.ended().stream().map(entry -> entry.text().line()).toList();
    }

    private static String text(String parameter) {
        return EventText.of(EventLogEvent.BAD_LEVEL, "pid", parameter).text();
    }
}
