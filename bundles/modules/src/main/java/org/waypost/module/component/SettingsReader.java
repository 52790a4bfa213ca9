package org.waypost.module.component;

import java.time.Duration;
import java.util.function.Supplier;
import org.waypost.event.EventLog;
import org.waypost.module.engine.ModuleEvent;
import org.waypost.module.engine.ModuleSettings;
import org.waypost.module.watch.Limits;

/** Turns configuration into settings; a bad value is reported and the default is used. */
final class SettingsReader {
    private final EventLog events;

    SettingsReader(EventLog events) {
        this.events = events;
    }

    ModuleSettings read(ModulesConfig config) {
        Limits standard = Limits.STANDARD;
        Limits limits = new Limits(standard.ownErrors(), standard.errors(), seconds("stuckSeconds", config::stuckSeconds, 5, 600, 20),
                standard.slow(), standard.settle());
        return new ModuleSettings(required(config), seconds("watchSeconds", config::watchSeconds, 0, 3600, 60),
                seconds("startSeconds", config::startSeconds, 1, 300, 30), ModuleSettings.STANDARD.tick(), limits);
    }

    /** The careful answer to what cannot be read. */
    private boolean required(ModulesConfig config) {
        try {
            return config.requireChecksum();
        } catch (RuntimeException e) {
            bad("requireChecksum", e.getMessage(), "true or false", "true");
            return true;
        }
    }

    private Duration seconds(String key, Supplier<Integer> value, int least, int most, int standard) {
        String found;
        try {
            int seconds = value.get();
            if (seconds >= least && seconds <= most) {
                return Duration.ofSeconds(seconds);
            }
            found = String.valueOf(seconds);
        } catch (RuntimeException e) {
            found = e.getMessage();
        }
        bad(key, found, least + " to " + most, String.valueOf(standard));
        return Duration.ofSeconds(standard);
    }

    private void bad(String key, String found, String allowed, String used) {
        events.report(ModuleEvent.BAD_SETTING, ModulesComponent.PID, found, key, allowed, used);
    }
}
