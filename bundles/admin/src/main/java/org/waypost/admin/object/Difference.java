package org.waypost.admin.object;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings that differ, as people read them. Secrets stay out of it.
 *
 * @param before values by key that were set; @param after those that are
 */
public record Difference(Map<String, List<String>> before, Map<String, List<String>> after) {
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret).*");
    private static final String NOTHING = "-";

    /** What they were. */
    public String told() {
        return told(before);
    }

    /** What they are. */
    public String toldAfter() {
        return told(after);
    }

    private String told(Map<String, List<String>> values) {
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        String told = keys.stream().filter(key -> !isSame(before.getOrDefault(key, List.of()), after.getOrDefault(key, List.of())))
                .map(key -> key + "=" + shown(key, values.getOrDefault(key, List.of()))).collect(Collectors.joining("; "));
        return told.isEmpty() ? NOTHING : told;
    }

    /** Values of a directory have no order. */
    public static boolean isSame(List<String> before, List<String> after) {
        return before.stream().sorted().toList().equals(after.stream().sorted().toList());
    }

    private static String shown(String key, List<String> values) {
        if (values.isEmpty()) {
            return "(default)";
        }
        return SECRET.matcher(key).matches() ? "***" : String.join(", ", values);
    }
}
