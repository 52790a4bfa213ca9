package org.waypost.dns.resolver;

import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.waypost.dns.DnsAnswer;
import org.waypost.metrics.Meter;
import org.waypost.metrics.Metric;

/** Counts and times lookups while somebody listens. Any thread. */
public final class LookupMeter {
    private final Meter meter;
    private final LongSupplier nanos;

    /** @param nanos a clock that only goes forward, such as {@link System#nanoTime} */
    public LookupMeter(Meter meter, LongSupplier nanos) {
        this.meter = meter;
        this.nanos = nanos;
    }

    /** @param type in small letters, as a label */
    public <T> CompletionStage<DnsAnswer<T>> of(String type, Supplier<CompletionStage<DnsAnswer<T>>> lookup) {
        if (!meter.isOn()) {
            return lookup.get();
        }
        long start = nanos.getAsLong();
        return lookup.get().whenComplete((answer, failure) -> {
            meter.count(Metric.DNS_LOOKUPS, type, failure != null ? "failed" : result(answer));
            meter.observe(Metric.DNS_LOOKUP_TIME, nanos.getAsLong() - start, type);
        });
    }

    private static String result(DnsAnswer<?> answer) {
        if (answer instanceof DnsAnswer.Found<?>) {
            return "found";
        }
        if (answer instanceof DnsAnswer.NoData<?>) {
            return "no_data";
        }
        return answer instanceof DnsAnswer.NoSuchName<?> ? "no_such_name" : "failed";
    }
}
