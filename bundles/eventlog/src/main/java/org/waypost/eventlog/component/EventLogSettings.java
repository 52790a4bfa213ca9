package org.waypost.eventlog.component;

import java.time.Duration;
import java.util.Objects;
import org.waypost.eventlog.store.StoreSettings;

/** What the configuration came to, without the levels. @param foldWindow zero for none */
record EventLogSettings(StoreSettings store, Duration foldWindow) {
    EventLogSettings {
        Objects.requireNonNull(store);
        Objects.requireNonNull(foldWindow);
    }
}
