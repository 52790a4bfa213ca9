package org.waypost.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.event.EventType.Severity;

class EventQueryTest {
    private static final Instant TIME = Instant.parse("2026-11-29T10:00:00Z");
    private static final LoggedEvent EVENT = new LoggedEvent(TIME, "Queue", 7, "FROZEN", "Retry", Severity.WARNING, 0,
            "The queue smtp:example.net is frozen.", List.of("smtp:example.net"), 0);
    private static final EventQuery ALL = EventQuery.newest(10);

    @Test
    void eachPartHasToApply() {
        assertTrue(ALL.matches(EVENT));
        assertTrue(ALL.source("queue").category("RETRY").id(7).text("IS FROZEN").object("SMTP:example.net").matches(EVENT));
        assertFalse(ALL.source("Queu").matches(EVENT));
        assertFalse(ALL.category("Other").matches(EVENT));
        assertFalse(ALL.id(8).matches(EVENT));
        assertFalse(ALL.text("thawed").matches(EVENT));
        assertFalse(ALL.object("smtp:example").matches(EVENT), "as a whole");
    }

    @Test
    void worseOnesAreIncludedAndLessBadOnesNot() {
        assertTrue(ALL.atLeast(Severity.INFORMATION).matches(EVENT));
        assertTrue(ALL.atLeast(Severity.WARNING).matches(EVENT));
        assertFalse(ALL.atLeast(Severity.ERROR).matches(EVENT));
    }

    @Test
    void timeIsFromAndBefore() {
        assertTrue(ALL.between(TIME, TIME.plusMillis(1)).matches(EVENT));
        assertFalse(ALL.between(TIME.minusSeconds(1), TIME).matches(EVENT));
        assertFalse(ALL.between(TIME.plusMillis(1), Instant.MAX).matches(EVENT));
    }

    @Test
    void aLimitHasARange() {
        assertThrows(IllegalArgumentException.class, () -> EventQuery.newest(0));
        assertThrows(IllegalArgumentException.class, () -> EventQuery.newest(EventQuery.MOST + 1));
    }

    @Test
    void repetitionsAreTold() {
        assertEquals(Optional.of("smtp:example.net"), EVENT.object());
        LoggedEvent told = EVENT.repeated(3, TIME.plusSeconds(9));
        assertEquals("The queue smtp:example.net is frozen. (repeated 3 times)", told.text());
        assertEquals(3, told.repeated());
        assertEquals(TIME.plusSeconds(9), told.time());
    }
}
