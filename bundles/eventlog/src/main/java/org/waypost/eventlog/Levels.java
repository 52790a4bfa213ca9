package org.waypost.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waypost.event.EventType;

/**
 * How bad an event must be to be logged, by source and category. What is not named is logged from
 * {@code INFORMATION} on.
 */
public final class Levels {
    /** Everything. */
    public static final Levels ALL = new Levels(Map.of());

    private final Map<String, EventType.Severity> least;

    private Levels(Map<String, EventType.Severity> least) {
        this.least = Map.copyOf(least);
    }

    /**
     * @param levels in force
     * @param refused entries that were skipped
     */
    public record Read(Levels levels, List<String> refused) {}

    /** Reads entries of the form {@code SOURCE=SEVERITY} or {@code SOURCE/CATEGORY=SEVERITY}, in any case. */
    public static Read read(List<String> entries) {
        Map<String, EventType.Severity> least = new HashMap<>();
        List<String> refused = new ArrayList<>();
        for (String entry : entries) {
            int sign = entry.lastIndexOf('=');
            EventType.Severity severity = severity(entry.substring(sign + 1).trim());
            if (sign < 1 || severity == null) {
                refused.add(entry);
            } else {
                least.put(entry.substring(0, sign).trim().toLowerCase(Locale.ROOT), severity);
            }
        }
        return new Read(new Levels(least), refused);
    }

    boolean admits(EventType type) {
        if (least.isEmpty()) {
            return true;
        }
        String source = type.source().toLowerCase(Locale.ROOT);
        EventType.Severity level = least.get(source + "/" + type.category().toLowerCase(Locale.ROOT));
        if (level == null) {
            level = least.getOrDefault(source, EventType.Severity.INFORMATION);
        }
        return type.severity().compareTo(level) <= 0;
    }

    private static EventType.Severity severity(String text) {
        for (EventType.Severity severity : EventType.Severity.values()) {
            if (severity.name().equalsIgnoreCase(text)) {
                return severity;
            }
        }
        return null;
    }
}
