package org.waypost.testkit.metabase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;

/** Keys and their settings as text: a line {@code [/KEY]}, then lines {@code name = value}. */
final class MemoryText {
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private MemoryText() {
    }

    static String write(Map<MetabaseKey, SortedMap<String, Value>> keys) {
        StringBuilder text = new StringBuilder();
        keys.forEach((key, properties) -> {
            text.append(text.isEmpty() ? "[" : "\n[").append(key).append("]\n");
            properties.forEach((name, value) -> text.append(name).append(" = ").append(write(value)).append('\n'));
        });
        return text.toString();
    }

    /** @throws IllegalArgumentException that names line and reason */
    static Map<MetabaseKey, SortedMap<String, Value>> read(String text) {
        Map<MetabaseKey, SortedMap<String, Value>> keys = new LinkedHashMap<>();
        SortedMap<String, Value> current = null;
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            int equals = line.indexOf(" = ");
            try {
                if (line.startsWith("[") && line.endsWith("]")) {
                    current = keys.computeIfAbsent(MetabaseKey.of(line.substring(1, line.length() - 1)), key -> new TreeMap<>());
                } else if (current != null && equals > 0) {
                    current.put(line.substring(0, equals), value(line.substring(equals + " = ".length())));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    throw new IllegalArgumentException("neither a key nor a property");
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
            }
        }
        return keys;
    }

    private static String write(Value value) {
        if (value instanceof Value.Text text) {
            return quoted(text.text());
        }
        if (value instanceof Value.Texts texts) {
            return "[" + String.join(", ", texts.texts().stream().map(MemoryText::quoted).toList()) + "]";
        }
        return value instanceof Value.Number number ? String.valueOf(number.number())
                : String.valueOf(((Value.Flag) value).flag());
    }

    private static Value value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return new Value.Flag(Boolean.parseBoolean(text));
        }
        if (text.startsWith("[") && text.endsWith("]")) {
            return new Value.Texts(quotedOnes(text));
        }
        if (QUOTED.matcher(text).matches()) {
            return new Value.Text(quotedOnes(text).get(0));
        }
        return new Value.Number(Long.parseLong(text));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + '"';
    }

    private static List<String> quotedOnes(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            StringBuilder plain = new StringBuilder();
            String inner = matcher.group(1);
            for (int i = 0; i < inner.length(); i++) {
                char next = inner.charAt(i);
                if (next == '\\') {
                    i++;
                    next = inner.charAt(i) == 'n' ? '\n' : inner.charAt(i) == 'r' ? '\r' : inner.charAt(i);
                }
                plain.append(next);
            }
            found.add(plain.toString());
        }
        return found;
    }
}
