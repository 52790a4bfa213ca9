package org.waypost.delivery.maildir;

import java.nio.file.Path;
import java.util.Objects;

/**
 * @param folder absolute; holds one Maildir per mailbox
 * @param threads for disk work, 1 or more
 */
public record MaildirSettings(Path folder, int threads) {
    public MaildirSettings {
        Objects.requireNonNull(folder);
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads);
        }
    }
}
