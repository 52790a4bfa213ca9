package org.waypost.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.metrics.Metric;
import org.waypost.metrics.Vitals.Totals;

class EndsTest {
    @Test
    void whatBecameOfMailIsAddedUp() {
        Counted counted = new Counted();
        Ends ends = new Ends(counted, Instant.EPOCH);
        assertEquals(new Totals(Instant.EPOCH, 0, 0, 0, 0, 0), ends.now());
        List.of("default", "relay").forEach(server -> counted.count(Metric.SMTP_MESSAGES, server));
        List.of("2xx", "3xx", "4xx", "5xx", "5xx").forEach(reply -> counted.count(Metric.SMTP_REPLIES, "default", reply));
        List.of("delivered", "passed_on", "relayed", "relayed", "deferred", "deferred", "failed")
                .forEach(outcome -> counted.count(Metric.DELIVERIES, outcome));
        assertEquals(new Totals(Instant.EPOCH, 2, 3, 4, 2, 1), ends.now());
    }
}
