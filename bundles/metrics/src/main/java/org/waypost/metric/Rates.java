package org.waypost.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.waypost.metrics.Metric;
import org.waypost.metrics.Vitals;

/** What went in and out in the last minutes, made of what is counted. Any thread. */
public final class Rates {
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int MOST = (int) (LENGTH.toSeconds() / Vitals.PERIOD);
    private static final double MILLIS = 1000;

    private final Counted counted;
    private final ArrayDeque<Vitals.Traffic> traffic = new ArrayDeque<>();
    private Totals last;

    private record Totals(Instant time, double in, double out, double sessions) {}

    public Rates(Counted counted) {
        this.counted = counted;
    }

    /** Takes what was counted since the last call, if the clock has gone on. */
    public synchronized void take(Instant now) {
        Totals next = new Totals(now, counted.total(Metric.SMTP_MESSAGES, value -> true),
                counted.total(Metric.DELIVERIES, Ends.DELIVERED::contains), counted.total(Metric.SMTP_SESSIONS, value -> true));
        if (last != null && now.isAfter(last.time)) {
            double seconds = Duration.between(last.time, now).toMillis() / MILLIS;
            traffic.add(new Vitals.Traffic(now, (next.in - last.in) / seconds, (next.out - last.out) / seconds,
                    (next.sessions - last.sessions) / seconds));
        }
        if (traffic.size() > MOST) {
            traffic.remove();
        }
        last = next;
    }

    /** Oldest first. */
    public synchronized List<Vitals.Traffic> traffic() {
        return List.copyOf(traffic);
    }
}
