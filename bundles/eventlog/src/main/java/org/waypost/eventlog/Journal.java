package org.waypost.eventlog;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** The event log. Any thread; returns at once (see {@link LineWriter} for its one bound) and never fails. */
public final class Journal implements EventLog, AutoCloseable {
    private final Sink sink;
    private final LineWriter writer;
    private final AtomicReference<Topic> topic = new AtomicReference<>();
    private volatile Levels levels = Levels.STANDARD;

    /** Into the logging service. */
    public Journal() {
        this(new Sink.Loggers(), new LineWriter());
    }

    Journal(Sink sink, LineWriter writer) {
        this.sink = sink;
        this.writer = writer;
    }

    public void levels(Levels newLevels) {
        levels = newLevels;
    }

    /** A place to publish events came. */
    public void bind(Topic newTopic) {
        topic.set(newTopic);
    }

    /** The place to publish goes, unless another came meanwhile. */
    public void unbind(Topic oldTopic) {
        topic.updateAndGet(now -> oldTopic.equals(now) ? null : now);
    }

    @Override
    public boolean admits(EventType type) {
        return levels.admits(type);
    }

    @Override
    public void report(EventType type, Object... parameters) {
        if (levels.admits(type)) {
            // The text is made here: parameters may change after this call.
            EventText text = EventText.of(type, parameters);
            writer.write(() -> event(type, text));
        }
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        writer.write(() -> sink.outcome(OutcomeLine.of(message, recipient, hop, outcome, delay)));
    }

    private void event(EventType type, EventText text) {
        sink.event(type, text);
        Topic place = topic.get();
        if (place != null) {
            place.publish("org/waypost/event/" + type.source().replaceAll("[^A-Za-z0-9_-]", "_") + "/" + type.id(), type,
                    text.text());
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
