package org.waypost.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waypost.event.EventType;
import org.waypost.event.EventType.Severity;

/**
 * Which events are logged, by source and category: those that are bad enough and whose diagnostic level is reached. What
 * is not named is logged from {@code INFORMATION} on and up to diagnostic level {@value #MINIMUM}.
 */
public final class Levels {
    /** The diagnostic level in force where none is set. */
    static final int MINIMUM = 1;

    /** None is named. */
    public static final Levels STANDARD = new Levels(Map.of(), Map.of());

    private static final int MAXIMUM = 5;

    private final Map<String, Severity> severities;
    private final Map<String, Integer> diagnostics;

    private Levels(Map<String, Severity> severities, Map<String, Integer> diagnostics) {
        this.severities = Map.copyOf(severities);
        this.diagnostics = Map.copyOf(diagnostics);
    }

    /**
     * @param levels in force
     * @param refused entries that were skipped
     */
    public record Read(Levels levels, List<String> refused) {}

    /** Reads entries {@code SOURCE=LEVEL} or {@code SOURCE/CATEGORY=LEVEL}, in any case; a level is a severity or 0 to 5. */
    public static Read read(List<String> entries) {
        Map<String, Severity> severities = new HashMap<>();
        Map<String, Integer> diagnostics = new HashMap<>();
        List<String> refused = new ArrayList<>();
        for (String entry : entries) {
            int sign = entry.lastIndexOf('=');
            String level = entry.substring(sign + 1).trim();
            String place = sign < 1 ? "" : entry.substring(0, sign).trim().toLowerCase(Locale.ROOT);
            Severity severity = severity(level);
            if (place.isEmpty() || severity == null && !isDiagnostic(level)) {
                refused.add(entry);
            } else if (severity != null) {
                severities.put(place, severity);
            } else {
                diagnostics.put(place, Integer.parseInt(level));
            }
        }
        return new Read(new Levels(severities, diagnostics), refused);
    }

    boolean admits(EventType type) {
        return type.severity().compareTo(of(type, severities, Severity.INFORMATION)) <= 0
                && type.level() <= of(type, diagnostics, MINIMUM);
    }

    /** That of its category, else that of its source. */
    private static <T> T of(EventType type, Map<String, T> levels, T standard) {
        if (levels.isEmpty()) {
            return standard;
        }
        String source = type.source().toLowerCase(Locale.ROOT);
        T level = levels.get(source + "/" + type.category().toLowerCase(Locale.ROOT));
        return level != null ? level : levels.getOrDefault(source, standard);
    }

    private static boolean isDiagnostic(String text) {
        return text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '0' + MAXIMUM;
    }

    private static Severity severity(String text) {
        for (Severity severity : Severity.values()) {
            if (severity.name().equalsIgnoreCase(text)) {
                return severity;
            }
        }
        return null;
    }
}
