package org.waypost.directory.embedded.storage;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of one entry.
 *
 * @param id its entryUUID
 * @param ldif the entry as it is now; empty if it is gone
 */
record Change(String id, Optional<String> ldif) {
    Change {
        Objects.requireNonNull(id);
        Objects.requireNonNull(ldif);
    }
}
