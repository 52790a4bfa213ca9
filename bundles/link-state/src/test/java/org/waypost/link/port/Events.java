package org.waypost.link.port;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** Keeps what is reported. */
public final class Events implements EventLog {
    private final List<String> reported = new CopyOnWriteArrayList<>();

    @Override
    public void report(EventType type, Object... parameters) {
        reported.add(type + " " + Arrays.asList(parameters));
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new IllegalStateException("link state delivers nothing");
    }

    public long count(EventType type) {
        return reported.stream().filter(line -> line.startsWith(type + " ")).count();
    }

    public List<String> all() {
        return List.copyOf(reported);
    }
}
