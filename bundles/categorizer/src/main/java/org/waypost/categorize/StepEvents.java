package org.waypost.categorize;

import java.time.Duration;
import java.util.function.Consumer;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** Events that would be reported, as sentences for the one who asked; the event log does not get them. */
final class StepEvents implements EventLog {
    private final Consumer<String> sentences;

    StepEvents(Consumer<String> sentences) {
        this.sentences = sentences;
    }

    @Override
    public boolean admits(EventType type) {
        return true;
    }

    @Override
    public void report(EventType type, Object... parameters) {
        String text = type.text();
        for (Object parameter : parameters) {
            int place = text.indexOf("{}");
            text = place < 0 ? text : text.substring(0, place) + parameter + text.substring(place + 2);
        }
        sentences.accept(text + ".");
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new IllegalStateException("nothing is delivered");
    }
}
