package org.waypost.event;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/**
 * An event log that may come later or be replaced: what is reported while it is away is kept, the
 * first {@value #KEPT} of it, and handed on when it is back. Any thread.
 */
public final class LateEventLog implements EventLog {
    private static final int KEPT = 10_000;

    private final ArrayDeque<Consumer<EventLog>> kept = new ArrayDeque<>();
    private volatile EventLog target;

    @Override
    public void report(EventType type, Object... parameters) {
        pass(log -> log.report(type, parameters));
    }

    @Override
    public boolean admits(EventType type) {
        EventLog now = target;
        return now == null ? type.level() <= 1 : now.admits(type);
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        EventLog now = target;
        if (now == null) {
            pass(log -> log.outcome(message, recipient, hop, outcome, delay));
        } else {
            now.outcome(message, recipient, hop, outcome, delay);
        }
    }

    /** The event log came, or a better one did. */
    public void bind(EventLog log) {
        List<Consumer<EventLog>> late;
        synchronized (kept) {
            target = log;
            late = new ArrayList<>(kept);
            kept.clear();
        }
        late.forEach(call -> call.accept(log));
    }

    /** The event log goes. Ignored if another one has been bound since. */
    public void unbind(EventLog log) {
        synchronized (kept) {
            if (target == log) {
                target = null;
            }
        }
    }

    private void pass(Consumer<EventLog> call) {
        EventLog now;
        synchronized (kept) {
            now = target;
            if (now == null && kept.size() < KEPT) {
                kept.add(call);
            }
        }
        if (now != null) {
            call.accept(now);
        }
    }
}
