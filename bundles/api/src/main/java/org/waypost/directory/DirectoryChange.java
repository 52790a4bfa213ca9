package org.waypost.directory;

import java.util.UUID;

/** What became of an entry. Changes may be repeated. */
public sealed interface DirectoryChange {
    UUID id();

    /** New, changed or renamed. */
    record Changed(Entry entry) implements DirectoryChange {
        @Override
        public UUID id() {
            return entry.id();
        }
    }

    /** Exists as it was: a part of a comparison. */
    record Present(UUID id) implements DirectoryChange {}

    /** Gone, or does not match the watch's filter any more. */
    record Deleted(UUID id) implements DirectoryChange {}
}
