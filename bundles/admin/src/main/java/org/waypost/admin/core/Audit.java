package org.waypost.admin.core;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.waypost.admin.Answer;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/**
 * The event log as use cases have it: each {@link AdminEvent} also tells who gave the order, what was before and what is
 * after. To be called in the thread that the use case was called in.
 */
final class Audit implements EventLog {
    /** What is not told. */
    static final String NOTHING = "-";
    /** Characters of a value that are told. */
    static final int LONGEST = 300;

    private final EventLog events;

    Audit(EventLog events) {
        this.events = Objects.requireNonNull(events);
    }

    /** @param before and @param after as people read it, without secrets; what is too long is cut */
    void changed(AdminEvent event, Object before, Object after, Object... parameters) {
        events.report(event, Stream.concat(Arrays.stream(parameters), Stream.of(Caller.name(), cut(before), cut(after))).toArray());
    }

    /** The end of what takes longer than a person waits. @param task as an order; @param outcome with counts where there are some */
    void ended(String task, Answer<String> outcome) {
        String sentence = outcome instanceof Answer.Ok<String> ok ? ok.value() : ((Answer.Refused<String>) outcome).reason();
        String clause = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        changed(outcome instanceof Answer.Ok ? AdminEvent.TASK_DONE : AdminEvent.TASK_FAILED, "begun", clause, task);
    }

    private static String cut(Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026 (" + text.length() + " characters)";
    }

    @Override
    public void report(EventType type, Object... parameters) {
        if (type instanceof AdminEvent event) {
            changed(event, NOTHING, NOTHING, parameters);
        } else {
            events.report(type, parameters);
        }
    }

    @Override
    public boolean admits(EventType type) {
        return events.admits(type);
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        events.outcome(message, recipient, hop, outcome, delay);
    }
}
