package org.waypost.smtp.client.component;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads configuration values. What is wrong is said by an IllegalArgumentException that names the key. */
final class ConfigText {
    private ConfigText() {
    }

    /** The items of a list; one from a .cfg file arrives as a single text. */
    static List<String> list(String[] values) {
        return Arrays.stream(values).flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim).filter(value -> !value.isEmpty()).toList();
    }

    /** The items of a list of {@code name=value}. */
    static Map<String, String> pairs(String key, String[] values) {
        Map<String, String> pairs = new TreeMap<>();
        for (String item : list(values)) {
            int equals = item.indexOf('=');
            if (equals < 1 || equals == item.length() - 1) {
                throw new IllegalArgumentException(key + ": '" + item + "' is not of the form name=value");
            }
            pairs.put(item.substring(0, equals).trim(), item.substring(equals + 1).trim());
        }
        return pairs;
    }

    static int range(String key, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(key + " is " + value + ", allowed are " + min + " to " + max);
        }
        return value;
    }
}
