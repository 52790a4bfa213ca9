package org.waypost.smtp.server.component;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.waypost.event.EventLog;
import org.waypost.smtp.server.event.SmtpEvent;

/** Collects what is wrong with a configuration, so that all of it is told at once. */
final class SettingProblems {
    private final List<Problem> problems = new ArrayList<>();

    void add(String key, String value, String allowed) {
        problems.add(new Problem(key, value, allowed));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<Problem> list() {
        return List.copyOf(problems);
    }

    /** A whole number in a range; empty, with a problem added, if it is none. */
    OptionalLong number(String key, String value, long min, long max) {
        try {
            long number = Long.parseLong(value.trim());
            if (number >= min && number <= max) {
                return OptionalLong.of(number);
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        add(key, value, min + " to " + max);
        return OptionalLong.empty();
    }

    boolean flag(String key, String value) {
        return word(key, value, "true", "false");
    }

    /** Whether it is the first of two words. */
    boolean word(String key, String value, String first, String second) {
        String word = value.trim();
        if (!word.equalsIgnoreCase(first) && !word.equalsIgnoreCase(second)) {
            add(key, value, first + " or " + second);
        }
        return word.equalsIgnoreCase(first);
    }

    /** @param consequence a sentence about what happens now */
    void report(EventLog events, String place, String consequence) {
        problems.forEach(p -> events.report(SmtpEvent.BAD_SETTING, place, p.key(), p.value(), p.allowed(), consequence));
    }

    /** One setting that cannot be. */
    record Problem(String key, String value, String allowed) {}
}
