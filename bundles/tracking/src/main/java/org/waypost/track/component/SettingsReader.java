package org.waypost.track.component;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.event.EventLog;
import org.waypost.track.store.TrackingLogEvent;
import org.waypost.track.store.TrackingSettings;

/** Turns configuration into settings; a bad value is reported and the last good one, or the default, stays. */
final class SettingsReader {
    private static final long MIB = 1 << 20;
    private static final int MOST_DAYS = 3_650;
    private static final int LEAST_MIB = 16;
    private static final int MOST_MIB = 1 << 20;

    private final Path home;
    private final EventLog events;

    SettingsReader(Path home, EventLog events) {
        this.home = home;
        this.events = events;
    }

    TrackingSettings read(TrackingConfig config, Optional<TrackingSettings> last) {
        return new TrackingSettings(folder(config, last.map(TrackingSettings::folder)), home.resolve("data/native"),
                (int) number("keepDays", config::keepDays, 1, MOST_DAYS, 1, last.map(s -> (long) s.keepDays())),
                number("keepMiB", config::keepMiB, LEAST_MIB, MOST_MIB, MIB, last.map(TrackingSettings::keep)),
                enabled(config, last.map(TrackingSettings::enabled)));
    }

    private Path folder(TrackingConfig config, Optional<Path> last) {
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
        bad(key, found, smallest + " to " + largest, kept / unit);
        return kept;
    }

    private boolean enabled(TrackingConfig config, Optional<Boolean> last) {
        try {
            return config.enabled();
        } catch (RuntimeException e) {
            boolean kept = last.orElseGet(() -> (Boolean) defaultOf("enabled"));
            bad("enabled", e.getMessage(), "true and false", kept);
            return kept;
        }
    }

    private void bad(String key, String found, String allowed, Object kept) {
        events.report(TrackingLogEvent.BAD_SETTING, TrackingComponent.PID, found, key, allowed, kept);
    }

    private static Object defaultOf(String key) {
        try {
            return TrackingConfig.class.getDeclaredMethod(key).getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(key, e);
        }
    }
}
