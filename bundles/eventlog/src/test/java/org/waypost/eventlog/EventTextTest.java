package org.waypost.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTextTest {
    @Test
    void aTimeIsToldToTheSecond() {
        EventText text = EventText.of(EventLogEvent.values()[0], Instant.parse("2026-11-29T20:49:26.092776562Z"), "b", "c", "d");
        assertEquals(List.of("2026-11-29T20:49:26Z"), text.parameters().subList(0, 1));
    }
}
