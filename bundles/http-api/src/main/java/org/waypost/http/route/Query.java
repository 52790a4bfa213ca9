package org.waypost.http.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.http.filter.Percent;

/** The query of a URI, as forms write it; bodies are never taken for it. */
final class Query {
    private Query() {
    }

    /** @param text as it came, or null; @return values by name, in their order; empty if it is badly encoded */
    static Optional<Map<String, List<String>>> parse(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (text == null || text.isEmpty()) {
            return Optional.of(values);
        }
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals));
            Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            values.computeIfAbsent(name.get(), key -> new ArrayList<>()).add(value.get());
        }
        return Optional.of(values);
    }

    private static Optional<String> decode(String text) {
        return Percent.decode(text.replace("+", "%20"));
    }
}
