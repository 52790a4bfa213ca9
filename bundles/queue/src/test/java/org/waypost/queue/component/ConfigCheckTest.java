package org.waypost.queue.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

class ConfigCheckTest {
    private final List<List<Object>> reported = new ArrayList<>();
    private final ConfigCheck check = new ConfigCheck("org.waypost.queue", new EventLog() {
        @Override
        public void report(EventType type, Object... parameters) {
            reported.add(List.of(parameters));
        }

        @Override
        public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
            throw new AssertionError();
        }
    });

    @Test
    void durationsHaveOneUnit() {
        assertEquals(Optional.of(Duration.ofSeconds(90)), ConfigText.duration("90s"));
        assertEquals(Optional.of(Duration.ofMinutes(10)), ConfigText.duration(" 10m "));
        assertEquals(Optional.of(Duration.ofHours(12)), ConfigText.duration("12h"));
        assertEquals(Optional.of(Duration.ofDays(2)), ConfigText.duration("2d"));
        assertEquals(Optional.empty(), ConfigText.duration("10"));
        assertEquals(Optional.empty(), ConfigText.duration("-1s"));
        assertEquals(Optional.empty(), ConfigText.duration("1w"));
    }

    @Test
    void aWrongValueKeepsTheLastGoodOneAndIsNamed() {
        assertEquals(20, check.range("maxConnectionsPerHop", 0, 1, 10_000, 20));
        assertEquals(List.of(List.of("org.waypost.queue", "maxConnectionsPerHop", 0, "1 to 10000")), reported);
        assertEquals(5, check.range("maxConnectionsPerHop", 5, 1, 10_000, 20));
        assertEquals(1, reported.size());
    }

    @Test
    void aListArrivesAsOneTextAndIsTakenAsAWhole() {
        List<Duration> last = List.of(Duration.ofMinutes(9));
        Duration second = Duration.ofSeconds(1);
        Duration week = Duration.ofDays(7);
        assertEquals(List.of(Duration.ofMinutes(1), Duration.ofHours(1)),
                check.durations("retrySchedule", new String[] {"1m, 1h"}, second, week, "a list", last));
        assertEquals(last, check.durations("retrySchedule", new String[] {"1m,soon"}, second, week, "a list", last));
        assertEquals(last, check.durations("retrySchedule", new String[] {""}, second, week, "a list", last));
        assertEquals(2, reported.size());
    }
}
