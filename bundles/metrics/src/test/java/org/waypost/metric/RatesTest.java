package org.waypost.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.metrics.Metric;
import org.waypost.metrics.Vitals.Traffic;

class RatesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Counted counted = new Counted();
    private final Rates rates = new Rates(counted);

    private void count(int times, Metric metric, String label) {
        for (int i = 0; i < times; i++) {
            counted.count(metric, label);
        }
    }

    @Test
    void whatIsCountedBetweenTwoTimesIsTheRate() {
        count(100, Metric.SMTP_MESSAGES, "default");
        rates.take(START);
        assertEquals(List.of(), rates.traffic());
        count(10, Metric.SMTP_MESSAGES, "default");
        count(5, Metric.SMTP_MESSAGES, "other");
        count(20, Metric.DELIVERIES, "delivered");
        count(10, Metric.DELIVERIES, "passed_on");
        count(99, Metric.DELIVERIES, "deferred");
        count(1, Metric.SMTP_SESSIONS, "default");
        rates.take(START.plusSeconds(5));
        rates.take(START.plusSeconds(10));
        assertEquals(List.of(new Traffic(START.plusSeconds(5), 3, 6, 0.2), new Traffic(START.plusSeconds(10), 0, 0, 0)), rates.traffic());
    }

    @Test
    void tenMinutesAreKeptAndAClockThatWentBackIsNoRate() {
        for (int i = 0; i <= 200; i++) {
            rates.take(START.plusSeconds(5L * i));
        }
        assertEquals(120, rates.traffic().size());
        assertEquals(START.plusSeconds(1000), rates.traffic().get(119).until());
        count(5, Metric.SMTP_MESSAGES, "default");
        rates.take(START);
        assertEquals(120, rates.traffic().size());
        count(5, Metric.SMTP_MESSAGES, "default");
        rates.take(START.plusSeconds(5));
        assertEquals(1, rates.traffic().get(119).in());
    }
}
