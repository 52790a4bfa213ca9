package org.waypost.rus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** Keeps events as {@code NAME [parameters]}. */
public final class RecordedEvents implements EventLog {
    private final List<String> reports = Collections.synchronizedList(new ArrayList<>());

    public List<String> reports() {
        return List.copyOf(reports);
    }

    public boolean has(String... parts) {
        return reports().stream().anyMatch(report -> Arrays.stream(parts).allMatch(report::contains));
    }

    @Override
    public void report(EventType type, Object... parameters) {
        reports.add(type + " " + Arrays.toString(parameters));
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new AssertionError("the queue reports outcomes");
    }
}
