package org.waypost.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateMeterTest {
    private final LateMeter late = new LateMeter();

    @Test
    void whatIsCountedWhileNobodyListensIsDropped() {
        Noted first = new Noted();
        Noted second = new Noted();
        late.count(Metric.SMTP_SESSIONS, "before");
        assertFalse(late.isOn());
        late.bind(first);
        late.count(Metric.SMTP_SESSIONS, "one");
        assertTrue(late.isOn());
        late.bind(second);
        late.unbind(first);
        late.observe(Metric.DNS_LOOKUP_TIME, 7, "mx");
        late.unbind(second);
        late.count(Metric.SMTP_SESSIONS, "after");
        assertEquals(List.of("SMTP_SESSIONS one"), first.notes);
        assertEquals(List.of("DNS_LOOKUP_TIME mx 7"), second.notes);
    }

    private static final class Noted implements Meter {
        private final List<String> notes = new ArrayList<>();

        @Override
        public void count(Metric metric, String... labels) {
            notes.add(metric + " " + String.join(" ", labels));
        }

        @Override
        public void observe(Metric metric, long nanos, String... labels) {
            notes.add(metric + " " + String.join(" ", labels) + " " + nanos);
        }
    }
}
