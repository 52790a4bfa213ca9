package org.waypost.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

public final class RecordedEvents implements EventLog {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public long count(EventType type) {
        return lines.stream().filter(line -> line.startsWith(type + " ")).count();
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void report(EventType type, Object... parameters) {
        lines.add(type + " " + Arrays.toString(parameters));
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new AssertionError("no outcome is expected here");
    }
}
