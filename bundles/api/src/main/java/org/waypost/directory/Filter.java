package org.waypost.directory;

import java.util.Collection;
import java.util.stream.Collectors;

/** Builds search filters (RFC 4515) of values that may hold anything. */
public final class Filter {
    private Filter() {}

    /** {@code (attribute=value)}, the value escaped. */
    public static String equal(String attribute, String value) {
        return "(" + attribute + "=" + escape(value) + ")";
    }

    public static String and(String... filters) {
        return "(&" + String.join("", filters) + ")";
    }

    /** Any of the values. @param values at least one */
    public static String anyOf(String attribute, Collection<String> values) {
        return values.stream().map(value -> equal(attribute, value)).collect(Collectors.joining("", "(|", ")"));
    }

    /** RFC 4515 section 3. */
    public static String escape(String value) {
        StringBuilder out = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '*' || c == '(' || c == ')' || c == '\\' || c == 0) {
                out.append('\\').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
