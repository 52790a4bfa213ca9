package org.waypost.link.topology;

import java.util.Optional;
import org.waypost.directory.Entry;

/** Whole numbers within bounds. */
final class Numbers {
    private Numbers() {}

    /** @throws IllegalArgumentException that names it and the range */
    static long parse(String name, String text, long min, long max) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below: for people it makes no difference
        }
        throw new IllegalArgumentException(name + " is \"" + text + "\", allowed are " + min + " to " + max);
    }

    /** @throws IllegalArgumentException as {@link #parse} */
    static Optional<Long> attribute(Entry entry, String name, long min, long max) {
        return entry.value(name).map(text -> parse(name, text, min, max));
    }
}
