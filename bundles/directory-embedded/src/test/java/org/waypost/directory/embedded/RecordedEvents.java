package org.waypost.directory.embedded;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** Keeps what is reported. */
public final class RecordedEvents implements EventLog {
    public final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void report(EventType type, Object... parameters) {
        lines.add(type + " " + List.of(parameters));
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new AssertionError("not of this bundle");
    }
}
