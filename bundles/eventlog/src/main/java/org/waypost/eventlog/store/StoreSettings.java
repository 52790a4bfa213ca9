package org.waypost.eventlog.store;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How events are kept.
 *
 * @param folder absolute
 * @param fileSize in octets, from which on a new file is begun; 1 or more
 * @param keepDays for how many days a file is kept after its day, 1 or more
 * @param keep how many octets all files may have before the oldest are deleted; the one being written stays
 */
public record StoreSettings(Path folder, long fileSize, int keepDays, long keep) {
    public StoreSettings {
        Objects.requireNonNull(folder);
    }
}
