package org.waypost.eventlog;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** The event log. Any thread; returns at once (see {@link LineWriter} for its one bound) and never fails. */
public final class Journal implements EventLog, AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "waypost-eventlog-timer");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<Topic> topic = new AtomicReference<>();
    private final Outputs outputs = new Outputs();
    private final InstantSource clock;
    private final Folding folding;
    private final Sink sink;
    private final LineWriter writer;
    private volatile Levels levels = Levels.STANDARD;

    /** Into the logging service. @param clock of the events */
    public Journal(InstantSource clock) {
        this.clock = clock;
        this.folding = new Folding(clock, Duration.ZERO);
        this.sink = new Sink.Loggers();
        this.writer = new LineWriter(outputs::flush);
        begin();
    }

    Journal(Sink sink, LineWriter writer, Folding folding, InstantSource clock) {
        this.clock = clock;
        this.folding = folding;
        this.sink = sink;
        this.writer = writer;
        begin();
    }

    private void begin() {
        timer.scheduleWithFixedDelay(this::tellRepetitions, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void levels(Levels newLevels) {
        levels = newLevels;
    }

    /** Within which the same event again is counted rather than logged. @param window zero for never */
    public void foldWindow(Duration window) {
        folding.window(window);
    }

    /** Where else events go. */
    public Outputs outputs() {
        return outputs;
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
            Entry entry = Entry.of(clock.instant(), type, parameters);
            if (!folding.folds(entry)) {
                writer.write(() -> event(entry));
            }
        }
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        writer.write(() -> sink.outcome(OutcomeLine.of(message, recipient, hop, outcome, delay)));
    }

    /** Logs the counts of windows that are over. */
    void tellRepetitions() {
        folding.ended().forEach(entry -> writer.write(() -> event(entry)));
    }

    private void event(Entry entry) {
        EventType type = entry.type();
        sink.event(type, entry.text());
        outputs.logged(entry.logged());
        Topic place = topic.get();
        if (place != null) {
            place.publish("org/waypost/event/" + type.source().replaceAll("[^A-Za-z0-9_-]", "_") + "/" + type.id(), type,
                    entry.text().text());
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        folding.close().forEach(entry -> writer.write(() -> event(entry)));
        writer.close();
    }
}
