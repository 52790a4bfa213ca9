package org.waypost.admin.shell;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values as JSON (RFC 8259) in ASCII: a record is an object of its components in their order, an empty {@link Optional} is null,
 * a collection is an array, and what is neither text, number, Boolean nor map is its text in quotes. What could steer a
 * terminal is escaped.
 */
public final class JsonText {
    private static final String STEP = "  ";

    private JsonText() {
    }

    /** Without a line end after it. */
    public static String of(Object value) {
        return of(value, "\n");
    }

    /** The same as one line; line ends in texts are escaped. */
    public static String line(Object value) {
        return of(value).replaceAll("(?<=,)\\n *", " ").replaceAll("\\n *", "");
    }

    private static String of(Object value, String line) {
        if (value instanceof Optional<?> optional) {
            return optional.map(inner -> of(inner, line)).orElse("null");
        } else if (value instanceof Integer || value instanceof Long || value instanceof Double || value instanceof Boolean) {
            return value.toString();
        } else if (value instanceof Map<?, ?> map) {
            return block("{", map.entrySet().stream().map(e -> quoted(e.getKey().toString()) + ": " + of(e.getValue(), line + STEP))
                    .toList(), "}", line);
        } else if (value instanceof Record tuple) {
            return of(components(tuple), line);
        }
        return value instanceof Collection<?> list ? block("[", list.stream().map(e -> of(e, line + STEP)).toList(), "]", line)
                : quoted(value.toString());
    }

    private static String block(String open, List<String> elements, String close, String line) {
        return elements.isEmpty() ? open + close
                : elements.stream().map(element -> line + STEP + element).collect(Collectors.joining(",", open, line + close));
    }

    private static Map<String, Object> components(Record tuple) {
        Map<String, Object> components = new LinkedHashMap<>();
        for (RecordComponent component : tuple.getClass().getRecordComponents()) {
            try {
                components.put(component.getName(), component.getAccessor().invoke(tuple));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("no public record: " + tuple.getClass(), e);
            }
        }
        return components;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(c -> quoted.append(escaped((char) c)));
        return quoted.append('"').toString();
    }

    /** Of one UTF-16 unit, as RFC 8259 7 has them. */
    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
