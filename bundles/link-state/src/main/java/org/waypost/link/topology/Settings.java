package org.waypost.link.topology;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waypost.directory.Entry;

/**
 * The values {@code key=value} of {@code waypostSetting}. Keys that nobody here asks for belong to others. All throw
 * {@link IllegalArgumentException} with a text for people.
 */
final class Settings {
    static final String ATTRIBUTE = "waypostSetting";

    private final Map<String, String> values = new HashMap<>();

    Settings(Entry entry) {
        for (String setting : entry.values(ATTRIBUTE)) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(ATTRIBUTE + ": \"" + setting + "\" is not a key and its value in the form key=value");
            }
            if (values.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException(ATTRIBUTE + " has " + setting.substring(0, equals).strip() + " twice");
            }
        }
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Optional<Long> number(String key, long min, long max) {
        return text(key).map(text -> Numbers.parse(key, text, min, max));
    }

    boolean flag(String key, boolean otherwise) {
        return text(key).map(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(key + " is \"" + text + "\", allowed are true and false");
        }).orElse(otherwise);
    }

    /** Parts that are not empty, in their order. @param separators a class of characters, as in {@code [,;]} */
    List<String> texts(String key, String separators) {
        return text(key).map(text -> split(text, separators)).orElse(List.of());
    }

    static List<String> split(String text, String separators) {
        return Arrays.stream(text.split(separators)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }
}
