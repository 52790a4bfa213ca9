package org.waypost.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {
    /** 2003-10-06 was a Monday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Mon-Fri 08:00-18:00; Sat 10:00-12:00 | 2003-10-06T08:00:00Z | true",
        "Mon-Fri 08:00-18:00; Sat 10:00-12:00 | 2003-10-06T07:59:59Z | false",
        "Mon-Fri 08:00-18:00; Sat 10:00-12:00 | 2003-10-06T18:00:00Z | false",
        "Mon-Fri 08:00-18:00; Sat 10:00-12:00 | 2003-10-11T11:45:00Z | true",
        "Mon-Fri 08:00-18:00; Sat 10:00-12:00 | 2003-10-12T11:00:00Z | false",
        "Sun 22:00-06:00 | 2003-10-06T05:59:00Z | true",
        "22:00-06:00 | 2003-10-08T23:00:00Z | true",
        "Sat-Mon 00:00-24:00 | 2003-10-12T12:00:00Z | true",
        "Sat-Mon 00:00-24:00 | 2003-10-07T00:00:00Z | false",
        "always | 2003-10-07T00:00:00Z | true",
        "never | 2003-10-07T00:00:00Z | false"})
    void hoursAreOpen(String text, Instant time, boolean open) {
        assertEquals(open, Schedule.parse(text).orElseThrow().isOpen(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mon", "Mon 08:00", "Mon 08:10-09:00", "Xyz 08:00-09:00", "Mon 25:00-26:00", "Mon 08:00-08:00", "Mon 24:00-01:00"})
    void othersAreNamed(String text) {
        assertTrue(Schedule.parse(text).isEmpty());
    }
}
