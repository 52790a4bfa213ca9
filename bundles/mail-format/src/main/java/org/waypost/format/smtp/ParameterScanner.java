package org.waypost.format.smtp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.waypost.format.text.Characters;

/** The parameters behind a path (RFC 5321 4.1.2 Mail-parameters, RFC 6531 3.3 for values). */
final class ParameterScanner {
    private ParameterScanner() {}

    /** Reads from the end of the path to the end of the text. */
    static Parsed<Map<String, String>> parse(String text, int start, boolean international) {
        if (start == text.length()) {
            return new Parsed.Ok<>(Map.of());
        }
        if (text.charAt(start) != ' ') {
            return new Parsed.Bad<>("Garbage after the address");
        }
        Map<String, String> found = new LinkedHashMap<>();
        int at = start;
        while (at < text.length()) {
            int end = text.indexOf(' ', at);
            end = end < 0 ? text.length() : end;
            if (end > at) {
                String problem = add(text.substring(at, end), international, found);
                if (!problem.isEmpty()) {
                    return new Parsed.Bad<>(problem);
                }
            }
            at = end + 1;
        }
        return new Parsed.Ok<>(found);
    }

    private static String add(String parameter, boolean international, Map<String, String> found) {
        int equals = parameter.indexOf('=');
        String keyword = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        if (!isKeyword(keyword)) {
            return "Malformed parameter";
        }
        if (equals >= 0 && !isValue(value, international)) {
            return "Malformed value of parameter " + keyword.toUpperCase(Locale.ROOT);
        }
        return found.put(keyword.toUpperCase(Locale.ROOT), value) == null ? ""
                : "Parameter " + keyword.toUpperCase(Locale.ROOT) + " given twice";
    }

    private static boolean isKeyword(String text) {
        if (text.isEmpty() || text.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!Characters.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isValue(String text, boolean international) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c <= ' ' || c == '=' || c >= 0x7F && (!international || Characters.isUnsafe(c))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
