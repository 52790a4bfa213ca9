package org.waypost.module.jar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A clause of a header of a manifest, such as {@code a;b;version="[1,2)";resolution:=optional}.
 *
 * @param paths what comes before the first parameter
 * @param parameters attributes by name, directives by name with a colon after it
 */
record Clause(List<String> paths, Map<String, String> parameters) {
    static List<Clause> read(String header) {
        return split(header, ',').stream().filter(text -> !text.isBlank()).map(Clause::clause).toList();
    }

    private static Clause clause(String text) {
        List<String> paths = new ArrayList<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : split(text, ';')) {
            int equal = part.indexOf('=');
            if (equal < 0) {
                paths.add(part.trim());
            } else {
                parameters.put(part.substring(0, equal).trim(), unquoted(part.substring(equal + 1).trim()));
            }
        }
        return new Clause(paths, parameters);
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    /** At the separators that are not in quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
