package org.waypost.admin.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

final class RecordedEvents implements EventLog {
    private final List<Event> events = new ArrayList<>();

    record Event(EventType type, List<Object> parameters) {}

    List<EventType> types() {
        return events.stream().map(Event::type).toList();
    }

    List<Event> all() {
        return events;
    }

    @Override
    public void report(EventType type, Object... parameters) {
        events.add(new Event(type, List.of(parameters)));
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new AssertionError("no outcome is expected here");
    }
}
