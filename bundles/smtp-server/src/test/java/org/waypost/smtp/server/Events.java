package org.waypost.smtp.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** Keeps what was reported. */
public final class Events implements EventLog {
    private final List<EventType> types = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public void report(EventType type, Object... parameters) {
        types.add(type);
        StringBuilder text = new StringBuilder();
        for (Object parameter : parameters) {
            text.append(parameter).append('|');
        }
        texts.add(text.toString());
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new AssertionError("the server knows no outcome");
    }

    public List<EventType> types() {
        return types;
    }

    public List<String> texts() {
        return texts;
    }
}
