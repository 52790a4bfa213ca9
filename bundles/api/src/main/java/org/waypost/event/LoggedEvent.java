package org.waypost.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waypost.event.EventType.Severity;
import org.waypost.text.Counted;

/**
 * An event as it was logged.
 *
 * @param time of the event; of the last one where it tells of repetitions
 * @param name of its type in the code of its source, such as {@code QUEUE_FROZEN}; may be empty
 * @param level see {@link EventType#level}
 * @param text filled in and escaped: one line, without terminal control
 * @param parameters of the text, each escaped as the text is and shortened where it is long
 * @param repeated how many further events like the one logged before this entry stands for; 0 for an event of its own
 */
public record LoggedEvent(Instant time, String source, int id, String name, String category, Severity severity, int level,
        String text, List<String> parameters, int repeated) {
    public LoggedEvent {
        Objects.requireNonNull(time);
        Objects.requireNonNull(source);
        Objects.requireNonNull(name);
        Objects.requireNonNull(category);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(text);
        parameters = List.copyOf(parameters);
    }

    /** What it is about: its first parameter. */
    public Optional<String> object() {
        return parameters.stream().findFirst();
    }

    /** The entry that stands for repetitions of this event. @param times 1 or more @param last when the last one was */
    public LoggedEvent repeated(int times, Instant last) {
        String told = text + " (repeated " + Counted.of(times, "time") + ")";
        return new LoggedEvent(last, source, id, name, category, severity, level, told, parameters, times);
    }
}
