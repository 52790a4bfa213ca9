package org.waypost.eventlog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.event.EventType;

/**
 * An event with its parameters filled in.
 *
 * @param line {@code SOURCE/ID category: text}, escaped
 * @param text the text alone, escaped
 * @param parameters those in the text, escaped
 * @param cause an exception given beyond the text's parameters
 */
record EventText(String line, String text, List<String> parameters, Optional<Throwable> cause) {
    private static final int MAX_PARAMETER = 1000;

    static EventText of(EventType type, Object... parameters) {
        List<String> filled = new ArrayList<>();
        String text = fill(type.text(), parameters, filled);
        Object last = parameters.length > filled.size() ? parameters[parameters.length - 1] : null;
        Optional<Throwable> cause = last instanceof Throwable failure ? Optional.of(failure) : Optional.empty();
        return of(type, text, filled, cause);
    }

    /** @param text filled in before */
    static EventText of(EventType type, String text, List<String> parameters, Optional<Throwable> cause) {
        return new EventText(type.source() + "/" + type.id() + " " + type.category() + ": " + text, text, parameters, cause);
    }

    private static String fill(String template, Object[] parameters, List<String> filled) {
        StringBuilder out = new StringBuilder(200);
        int from = 0;
        int hole = template.indexOf("{}");
        while (hole >= 0 && filled.size() < parameters.length) {
            out.append(template, from, hole);
            int begin = out.length();
            Escape.text(out, text(parameters[filled.size()]), MAX_PARAMETER);
            filled.add(out.substring(begin));
            from = hole + 2;
            hole = template.indexOf("{}", from);
        }
        return out.append(template, from, template.length()).toString();
    }

    /** A time to the second, which is as much as people read. */
    private static String text(Object parameter) {
        return String.valueOf(parameter instanceof Instant time ? time.truncatedTo(ChronoUnit.SECONDS) : parameter);
    }
}
