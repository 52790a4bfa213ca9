package org.waypost.eventlog.component;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.waypost.eventlog.mail.MailSettings;
import org.waypost.eventlog.store.StoreSettings;
import org.waypost.eventlog.syslog.SyslogTarget;

/**
 * What the configuration came to, without the levels.
 *
 * @param foldWindow zero for none
 */
record EventLogSettings(StoreSettings store, Duration foldWindow, Optional<SyslogTarget> syslog, MailSettings mail) {
    EventLogSettings {
        Objects.requireNonNull(store);
        Objects.requireNonNull(foldWindow);
        Objects.requireNonNull(syslog);
        Objects.requireNonNull(mail);
    }
}
