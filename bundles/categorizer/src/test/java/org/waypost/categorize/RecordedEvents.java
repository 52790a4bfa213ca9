package org.waypost.categorize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** What was reported. */
public final class RecordedEvents implements EventLog {
    private final List<EventType> types = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();

    @Override
    public synchronized void report(EventType type, Object... values) {
        types.add(type);
        parameters.add(Arrays.toString(values));
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new AssertionError("nothing is delivered here");
    }

    public synchronized List<EventType> types() {
        return List.copyOf(types);
    }

    /** As text, one line for each event. */
    public synchronized List<String> parameters() {
        return List.copyOf(parameters);
    }
}
