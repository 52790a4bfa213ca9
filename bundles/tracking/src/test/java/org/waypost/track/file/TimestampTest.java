package org.waypost.track.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimestampTest {
    private final Timestamp timestamp = new Timestamp();

    @Test
    void aTimeIsReadAsItWasToTheMillisecond() {
        Random random = new Random(3);
        Instant time = Instant.parse("2026-11-29T23:59:58Z");
        for (int i = 0; i < 2_000; i++) {
            time = time.plusNanos(random.nextInt(5_000_000));
            assertEquals(time.truncatedTo(ChronoUnit.MILLIS), Instant.parse(timestamp.text(time)));
        }
    }

    @Test
    void itHasThreeDigitsBehindThePoint() {
        assertEquals("2026-11-29T12:00:00.000Z", timestamp.text(Instant.parse("2026-11-29T12:00:00Z")));
        assertEquals("2026-11-29T12:00:00.045Z", timestamp.text(Instant.parse("2026-11-29T12:00:00.0459Z")));
        assertEquals("1969-12-31T23:59:59.900Z", timestamp.text(Instant.parse("1969-12-31T23:59:59.9Z")));
    }
}
