package org.waypost.eventlog.mail;

import java.util.Objects;
import java.util.Optional;
import org.waypost.mail.Address;

/**
 * Who gets which events by mail.
 *
 * @param to empty for nobody
 * @param hostName of this server
 */
public record MailSettings(Optional<Address> to, MailChoice choice, String hostName) {
    public MailSettings {
        Objects.requireNonNull(to);
        Objects.requireNonNull(choice);
        Objects.requireNonNull(hostName);
    }
}
