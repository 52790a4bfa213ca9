package org.waypost.dns.resolver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.waypost.dns.DnsAnswer;
import org.waypost.metrics.LateMeter;
import org.waypost.metrics.Meter;
import org.waypost.metrics.Metric;

class LookupMeterTest {
    private final List<String> notes = new ArrayList<>();
    private final AtomicLong time = new AtomicLong(100);
    private final LateMeter late = new LateMeter();
    private final LookupMeter lookups = new LookupMeter(late, time::get);

    @Test
    void eachLookupIsCountedByItsResultWhenItEnds() {
        late.bind(new Noting());
        CompletableFuture<DnsAnswer<String>> slow = new CompletableFuture<>();
        lookups.of("mx", () -> slow);
        assertEquals(List.of(), notes);
        time.set(142);
        slow.complete(new DnsAnswer.Found<>(List.of("a"), Duration.ZERO));
        assertEquals(List.of("DNS_LOOKUPS mx found", "DNS_LOOKUP_TIME mx 42"), notes);
        notes.clear();
        lookups.of("txt", () -> CompletableFuture.completedStage(new DnsAnswer.NoData<String>()));
        lookups.of("txt", () -> CompletableFuture.completedStage(new DnsAnswer.NoSuchName<String>()));
        lookups.of("txt", () -> CompletableFuture.completedStage(new DnsAnswer.Failed<String>("no answer")));
        lookups.of("txt", () -> CompletableFuture.<DnsAnswer<String>>failedStage(new IllegalStateException("broken")));
        notes.removeIf(note -> note.contains("TIME"));
        assertEquals(List.of("DNS_LOOKUPS txt no_data", "DNS_LOOKUPS txt no_such_name", "DNS_LOOKUPS txt failed", "DNS_LOOKUPS txt failed"), notes);
    }

    @Test
    void nothingIsAddedWhileNobodyListens() {
        CompletableFuture<DnsAnswer<String>> stage = new CompletableFuture<>();
        assertEquals(stage, lookups.of("mx", () -> stage));
    }

    private final class Noting implements Meter {
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
