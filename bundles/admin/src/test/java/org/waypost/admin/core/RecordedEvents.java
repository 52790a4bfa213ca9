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
    private final List<EventType> types = new ArrayList<>();

    List<EventType> types() {
        return types;
    }

    @Override
    public void report(EventType type, Object... parameters) {
        types.add(type);
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new AssertionError("no outcome is expected here");
    }
}
