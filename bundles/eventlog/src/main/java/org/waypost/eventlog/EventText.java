package org.waypost.eventlog;

import java.util.Optional;
import org.waypost.event.EventType;

/**
 * An event with its parameters filled in.
 *
 * @param line {@code SOURCE/ID category: text}, escaped
 * @param text the text alone, escaped
 * @param cause an exception given beyond the text's parameters
 */
record EventText(String line, String text, Optional<Throwable> cause) {
    private static final int MAX_PARAMETER = 1000;

    static EventText of(EventType type, Object... parameters) {
        StringBuilder text = new StringBuilder(200);
        int used = fill(text, type.text(), parameters);
        Object last = parameters.length > used ? parameters[parameters.length - 1] : null;
        Optional<Throwable> cause = last instanceof Throwable failure ? Optional.of(failure) : Optional.empty();
        String line = type.source() + "/" + type.id() + " " + type.category() + ": " + text;
        return new EventText(line, text.toString(), cause);
    }

    private static int fill(StringBuilder out, String template, Object[] parameters) {
        int from = 0;
        int used = 0;
        int hole = template.indexOf("{}");
        while (hole >= 0 && used < parameters.length) {
            out.append(template, from, hole);
            Escape.text(out, String.valueOf(parameters[used++]), MAX_PARAMETER);
            from = hole + 2;
            hole = template.indexOf("{}", from);
        }
        out.append(template, from, template.length());
        return used;
    }
}
