package org.waypost.queue.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** What was reported. */
final class RecordedEvents implements EventLog {
    private final List<EventType> types = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();

    @Override
    public void report(EventType type, Object... parameters) {
        types.add(type);
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        outcomes.add(recipient.address() + " " + hop + " " + outcome.kind() + " " + outcome.status() + " " + delay);
    }

    List<EventType> types() {
        return types;
    }

    List<String> outcomes() {
        return outcomes;
    }
}
