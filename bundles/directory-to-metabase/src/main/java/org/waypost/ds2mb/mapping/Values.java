package org.waypost.ds2mb.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waypost.metabase.PropertySchema;
import org.waypost.metabase.Value;

/** Values of properties, from text and to it. */
public final class Values {
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret)");

    private Values() {}

    /** Whether a setting of that name is kept out of exports, logs and displays. */
    static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }

    /** For people: a secret is hidden. */
    public static String shown(Value value) {
        return value instanceof Value.Secret ? "(secret)" : text(value);
    }

    /** Several texts are separated by commas. */
    static String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Number number) {
            return Long.toString(number.number());
        }
        if (value instanceof Value.Flag flag) {
            return Boolean.toString(flag.flag());
        }
        return value instanceof Value.Texts texts ? String.join(",", texts.texts()) : ((Value.Secret) value).secret();
    }

    static List<String> texts(Value value) {
        return value instanceof Value.Texts texts ? texts.texts() : split(text(value));
    }

    /** Its parts. @param separator empty: it is one */
    static List<String> split(String text, String separator) {
        return separator.isEmpty() ? List.of(text)
                : Arrays.stream(text.split(Pattern.quote(separator))).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** @throws IllegalArgumentException that names what it is the value of, and the range */
    static long number(String name, String text, long min, long max) {
        long number;
        try {
            number = Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": \"" + text + "\" is no whole number; allowed are " + min + " to " + max, e);
        }
        if (number < min || number > max) {
            throw new IllegalArgumentException(name + " is " + number + ", allowed are " + min + " to " + max);
        }
        return number;
    }

    /** By the schema's type; text where it is not known. @throws IllegalArgumentException as {@link #number} */
    static Value typed(String name, String text, Optional<PropertySchema> schema) {
        if (isSecret(name)) {
            return new Value.Secret(text);
        }
        if (schema.isEmpty()) {
            return new Value.Text(text);
        }
        PropertySchema known = schema.get();
        if (!known.options().isEmpty() && !known.options().contains(text)) {
            throw new IllegalArgumentException(name + " is \"" + text + "\", allowed are " + String.join(", ", known.options()));
        }
        return switch (known.type()) {
            case "number" -> new Value.Number(number(name, text, known.min().orElse(Long.MIN_VALUE), known.max().orElse(Long.MAX_VALUE)));
            case "flag" -> new Value.Flag(flag(name, text));
            case "texts" -> new Value.Texts(split(text));
            default -> new Value.Text(text);
        };
    }

    private static boolean flag(String name, String text) {
        boolean flag = text.equalsIgnoreCase("true");
        if (!flag && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(name + " is \"" + text + "\", allowed are true and false");
        }
        return flag;
    }

    private static List<String> split(String text) {
        return split(text, ",");
    }
}
