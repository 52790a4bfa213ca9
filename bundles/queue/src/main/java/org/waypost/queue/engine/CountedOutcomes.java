package org.waypost.queue.engine;

import java.time.Duration;
import java.util.Locale;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.metrics.Meter;
import org.waypost.metrics.Metric;

/** An event log that also counts the outcomes that pass, and times those of deliveries. Any thread. */
public record CountedOutcomes(EventLog events, Meter meter) implements EventLog {
    @Override
    public void report(EventType type, Object... parameters) {
        events.report(type, parameters);
    }

    @Override
    public boolean admits(EventType type) {
        return events.admits(type);
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        events.outcome(message, recipient, hop, outcome, delay);
        if (meter.isOn()) {
            meter.count(Metric.DELIVERIES, outcome.kind().name().toLowerCase(Locale.ROOT));
            if (outcome.isSuccess()) {
                meter.observe(Metric.DELIVERY_LATENCY, delay.toNanos());
            }
        }
    }
}
