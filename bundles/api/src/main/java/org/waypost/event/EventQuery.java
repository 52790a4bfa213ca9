package org.waypost.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.waypost.event.EventType.Severity;

/**
 * Which logged events are asked for: those to which all that is said applies. Texts compare without regard to case.
 *
 * @param atLeast that bad or worse
 * @param text a part of the filled-in text
 * @param object the first parameter as a whole
 * @param since not before
 * @param until before
 * @param limit how many at most, 1 to {@value #MOST}
 */
public record EventQuery(Optional<String> source, Optional<String> category, Optional<Severity> atLeast, Optional<Integer> id,
        Optional<String> text, Optional<String> object, Instant since, Instant until, int limit) {
    public static final int MOST = 10_000;

    public EventQuery {
        Objects.requireNonNull(source);
        Objects.requireNonNull(category);
        Objects.requireNonNull(atLeast);
        Objects.requireNonNull(id);
        Objects.requireNonNull(text);
        Objects.requireNonNull(object);
        Objects.requireNonNull(since);
        Objects.requireNonNull(until);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is " + limit + ", allowed are 1 to " + MOST);
        }
    }

    /** The newest of all. */
    public static EventQuery newest(int limit) {
        return new EventQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Instant.MIN, Instant.MAX, limit);
    }

    public EventQuery source(String value) {
        return new EventQuery(Optional.of(value), category, atLeast, id, text, object, since, until, limit);
    }

    public EventQuery category(String value) {
        return new EventQuery(source, Optional.of(value), atLeast, id, text, object, since, until, limit);
    }

    public EventQuery atLeast(Severity value) {
        return new EventQuery(source, category, Optional.of(value), id, text, object, since, until, limit);
    }

    public EventQuery id(int value) {
        return new EventQuery(source, category, atLeast, Optional.of(value), text, object, since, until, limit);
    }

    public EventQuery text(String value) {
        return new EventQuery(source, category, atLeast, id, Optional.of(value), object, since, until, limit);
    }

    public EventQuery object(String value) {
        return new EventQuery(source, category, atLeast, id, text, Optional.of(value), since, until, limit);
    }

    /** @param first not before @param end before */
    public EventQuery between(Instant first, Instant end) {
        return new EventQuery(source, category, atLeast, id, text, object, first, end, limit);
    }

    public boolean matches(LoggedEvent event) {
        return same(source, event.source()) && same(category, event.category())
                && atLeast.map(worst -> event.severity().compareTo(worst) <= 0).orElse(true)
                && id.map(wanted -> wanted == event.id()).orElse(true)
                && object.map(wanted -> event.object().filter(wanted::equalsIgnoreCase).isPresent()).orElse(true)
                && !event.time().isBefore(since) && event.time().isBefore(until)
                && text.map(part -> contains(event.text(), part)).orElse(true);
    }

    private static boolean same(Optional<String> wanted, String found) {
        return wanted.map(found::equalsIgnoreCase).orElse(true);
    }

    private static boolean contains(String text, String part) {
        for (int i = 0; i <= text.length() - part.length(); i++) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
