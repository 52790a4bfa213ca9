package org.waypost.metabase.component;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.waypost.event.EventLog;
import org.waypost.metabase.store.MetabaseEvent;
import org.waypost.metabase.store.MetabaseSettings;

/** Turns configuration into settings; a bad value is reported and the last good one, or the default, stays. */
final class SettingsReader {
    private static final int LONGEST_HISTORY = 1_000;

    private final Path home;
    private final EventLog events;

    SettingsReader(Path home, EventLog events) {
        this.home = home;
        this.events = events;
    }

    MetabaseSettings read(MetabaseConfig config, Optional<MetabaseSettings> last) {
        return new MetabaseSettings(folder(config, last.map(MetabaseSettings::folder)), home.resolve("data/native"),
                history(config, last.map(MetabaseSettings::history)));
    }

    private Path folder(MetabaseConfig config, Optional<Path> last) {
        String found = config.folder().trim();
        try {
            if (!found.isEmpty()) {
                return home.resolve(found).normalize();
            }
        } catch (InvalidPathException e) {
            // Reported below, as an empty name is.
        }
        Path kept = last.orElseGet(() -> home.resolve((String) defaultOf("folder")));
        events.report(MetabaseEvent.BAD_SETTING, MetabaseComponent.PID, found, "folder", "the names of folders", kept);
        return kept;
    }

    /** A value of the wrong type shows when it is asked for. */
    private int history(MetabaseConfig config, Optional<Integer> last) {
        String found;
        try {
            int history = config.history();
            if (history >= 1 && history <= LONGEST_HISTORY) {
                return history;
            }
            found = String.valueOf(history);
        } catch (RuntimeException e) {
            found = e.getMessage();
        }
        int kept = last.orElseGet(() -> (Integer) defaultOf("history"));
        events.report(MetabaseEvent.BAD_SETTING, MetabaseComponent.PID, found, "history", "1 to " + LONGEST_HISTORY, kept);
        return kept;
    }

    private static Object defaultOf(String key) {
        try {
            return MetabaseConfig.class.getDeclaredMethod(key).getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(key, e);
        }
    }
}
