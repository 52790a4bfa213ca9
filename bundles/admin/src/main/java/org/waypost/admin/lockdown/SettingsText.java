package org.waypost.admin.lockdown;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a settings file ({@link java.util.Properties}), in which one value changes and all else stays, comments too.
 *
 * @param text the whole file
 */
record SettingsText(String text) {
    /** What stands in the file from where on, with its line ends, and what comes in its place. Empty for nothing. */
    record Edit(String before, String after) {}

    /** The last line with the key counts, as {@link java.util.Properties} has it; else the setting comes at the end. */
    Edit setting(String key, String value) {
        String line = key + " = " + value;
        return lines(key).reduce((first, second) -> second).map(found -> new Edit(found.group(), line))
                .orElseGet(() -> new Edit("", (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + line + "\n"));
    }

    /** With the lines that it goes on to. */
    private Stream<MatchResult> lines(String key) {
        return Pattern.compile("(?m)^[ \\t]*" + Pattern.quote(key) + "[ \\t]*[=:](?:[^\\\\\\r\\n]++|\\\\\\r?\\n|\\\\.)*+").matcher(text).results();
    }

    String with(Edit edit) {
        return edit.before().isEmpty() ? text + edit.after() : replaced(edit.before(), edit.after());
    }

    /** Whether what was put in is there still. */
    boolean has(Edit edit) {
        return find(edit.after()) >= 0;
    }

    String without(Edit edit) {
        return replaced(edit.after(), edit.before());
    }

    private String replaced(String old, String other) {
        int at = find(old);
        return text.substring(0, at) + other + text.substring(at + old.length());
    }

    /** Where whole lines are the last time; -1 for nowhere. */
    private int find(String lines) {
        int at = text.lastIndexOf(lines);
        while (at >= 0 && !isWhole(lines, at, at + lines.length())) {
            at = text.lastIndexOf(lines, at - 1);
        }
        return at;
    }

    private boolean isWhole(String lines, int begin, int end) {
        return (begin == 0 || lines.startsWith("\n") || text.charAt(begin - 1) == '\n')
                && (end == text.length() || lines.endsWith("\n") || text.charAt(end) == '\n' || text.charAt(end) == '\r');
    }
}
