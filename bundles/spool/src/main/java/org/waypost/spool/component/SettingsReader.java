package org.waypost.spool.component;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.event.EventLog;
import org.waypost.spool.rocks.SpoolEvent;
import org.waypost.spool.rocks.SpoolSettings;

/** Turns configuration into settings; a bad value is reported and the last good one, or the default, stays. */
final class SettingsReader {
    private static final long MIB = 1 << 20;
    private static final int LARGEST_INLINE = 1 << 20;
    private static final int LARGEST_RESERVE = 1 << 20;
    private static final int LARGEST_MEMORY = 1_024;
    private static final int SMALLEST_WRITE_BUFFER = 8;

    private final Path home;
    private final EventLog events;

    SettingsReader(Path home, EventLog events) {
        this.home = home;
        this.events = events;
    }

    SpoolSettings read(SpoolConfig config, Optional<SpoolSettings> last) {
        return new SpoolSettings(
                folder("folder", config::folder, last.map(SpoolSettings::folder)),
                folder("nativeFolder", config::nativeFolder, last.map(SpoolSettings::nativeFolder)),
                (int) number("inlineBelow", config::inlineBelow, 0, LARGEST_INLINE, 1, last.map(s -> (long) s.inlineBelow())),
                number("reserve", config::reserve, 0, LARGEST_RESERVE, MIB, last.map(SpoolSettings::reserve)),
                number("pending", config::pending, 1, LARGEST_MEMORY, MIB, last.map(SpoolSettings::pending)),
                number("writeBuffer", config::writeBuffer, SMALLEST_WRITE_BUFFER, LARGEST_MEMORY, MIB, last.map(SpoolSettings::writeBuffer)),
                number("blockCache", config::blockCache, 1, LARGEST_MEMORY, MIB, last.map(SpoolSettings::blockCache)));
    }

    /** A value of the wrong type shows when it is asked for. */
    private long number(String key, Supplier<Integer> value, int smallest, int largest, long unit, Optional<Long> last) {
        String found;
        try {
            int number = value.get();
            if (number >= smallest && number <= largest) {
                return number * unit;
            }
            found = String.valueOf(number);
        } catch (RuntimeException e) {
            found = e.getMessage();
        }
        long kept = last.orElseGet(() -> (Integer) defaultOf(key) * unit);
        events.report(SpoolEvent.BAD_SETTING, SpoolComponent.PID, found, key, smallest + " to " + largest, kept / unit);
        return kept;
    }

    private Path folder(String key, Supplier<String> value, Optional<Path> last) {
        String found = value.get().trim();
        try {
            if (!found.isEmpty()) {
                return home.resolve(found).normalize();
            }
        } catch (InvalidPathException e) {
            // Reported below, as an empty name is.
        }
        Path kept = last.orElseGet(() -> home.resolve((String) defaultOf(key)));
        events.report(SpoolEvent.BAD_SETTING, SpoolComponent.PID, found, key, "the names of folders", kept);
        return kept;
    }

    private static Object defaultOf(String key) {
        try {
            return SpoolConfig.class.getDeclaredMethod(key).getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(key, e);
        }
    }
}
