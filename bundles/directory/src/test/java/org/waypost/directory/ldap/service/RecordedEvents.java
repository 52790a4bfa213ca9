package org.waypost.directory.ldap.service;

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
    private final List<Reported> all = new CopyOnWriteArrayList<>();

    public record Reported(EventType type, List<Object> parameters) {}

    @Override
    public void report(EventType type, Object... parameters) {
        all.add(new Reported(type, List.of(parameters)));
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new AssertionError("the directory delivers nothing");
    }

    public List<Reported> of(EventType type) {
        return all.stream().filter(reported -> reported.type() == type).toList();
    }
}
