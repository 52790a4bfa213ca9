package org.waypost.eventlog.component;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.event.EventLog;
import org.waypost.eventlog.EventLogEvent;
import org.waypost.eventlog.store.StoreSettings;

/** Turns configuration into settings; a bad value is reported and the last good one, or the default, stays. */
final class SettingsReader {
    private static final long MIB = 1 << 20;

    private final Path home;
    private final EventLog events;

    /** @param home what relative paths begin at */
    SettingsReader(Path home, EventLog events) {
        this.home = home;
        this.events = events;
    }

    EventLogSettings read(EventLogConfig config, Optional<EventLogSettings> last) {
        Optional<StoreSettings> store = last.map(EventLogSettings::store);
        return new EventLogSettings(new StoreSettings(folder(config, store.map(StoreSettings::folder)),
                MIB * number("fileMiB", config::fileMiB, 1, 1_024, store.map(s -> s.fileSize() / MIB)),
                (int) number("keepDays", config::keepDays, 1, 3_650, store.map(s -> (long) s.keepDays())),
                MIB * number("keepMiB", config::keepMiB, 1, 1 << 20, store.map(s -> s.keep() / MIB))),
                Duration.ofSeconds(number("foldWindow", config::foldWindow, 0, 3_600, last.map(s -> s.foldWindow().toSeconds()))));
    }

    private Path folder(EventLogConfig config, Optional<Path> last) {
        String found = config.folder().trim();
        try {
            if (!found.isEmpty()) {
                return home.resolve(found).normalize();
            }
        } catch (InvalidPathException e) {
            // Reported below, as an empty name is.
        }
        Path kept = last.orElseGet(() -> home.resolve((String) defaultOf("folder")));
        bad("folder", found, "the names of folders", kept);
        return kept;
    }

    /** A value of the wrong type shows when it is asked for. */
    private long number(String key, Supplier<Integer> value, int smallest, int largest, Optional<Long> last) {
        String found;
        try {
            int number = value.get();
            if (number >= smallest && number <= largest) {
                return number;
            }
            found = String.valueOf(number);
        } catch (RuntimeException e) {
            found = String.valueOf(e.getMessage());
        }
        long kept = last.orElseGet(() -> (long) (Integer) defaultOf(key));
        bad(key, found, smallest + " to " + largest, kept);
        return kept;
    }

    private void bad(String key, String found, String allowed, Object kept) {
        events.report(EventLogEvent.BAD_SETTING, EventLogComponent.PID, key, found, allowed, kept);
    }

    private static Object defaultOf(String key) {
        try {
            return EventLogConfig.class.getDeclaredMethod(key).getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(key, e);
        }
    }
}
