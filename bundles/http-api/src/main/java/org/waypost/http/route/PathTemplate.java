package org.waypost.http.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.http.filter.Percent;

/**
 * A path with names in braces in the place of single segments.
 *
 * @param text such as {@code /api/v1/queues/{queue}}
 */
public record PathTemplate(String text) {
    /** @param path as it came, percent-encoded; @return values by name, decoded; empty if it does not fit */
    Optional<Map<String, String>> match(String path) {
        List<String> wanted = List.of(text.split("/", -1));
        List<String> given = List.of(path.split("/", -1));
        Map<String, String> values = new HashMap<>();
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < wanted.size(); i++) {
            Optional<String> segment = Percent.decode(given.get(i));
            if (segment.isEmpty() || !fits(wanted.get(i), segment.get(), values)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static boolean fits(String wanted, String given, Map<String, String> values) {
        if (!wanted.startsWith("{")) {
            return wanted.equals(given);
        }
        values.put(wanted.substring(1, wanted.length() - 1), given);
        return !given.isEmpty();
    }
}
