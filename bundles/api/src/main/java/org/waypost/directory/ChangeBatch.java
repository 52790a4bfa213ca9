package org.waypost.directory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes that came together.
 *
 * @param position to be kept with what was made of the changes; empty if there is none yet
 */
public record ChangeBatch(Kind kind, List<DirectoryChange> changes, Optional<Position> position) {
    public ChangeBatch {
        Objects.requireNonNull(kind);
        changes = List.copyOf(changes);
        Objects.requireNonNull(position);
    }

    /** What a batch is a part of. */
    public enum Kind {
        /** Changes as they happen. */
        CHANGES,
        /** The first part of a full comparison: everything that exists will be mentioned. */
        COMPARISON_BEGINS,
        /** A further part of it. */
        COMPARISON,
        /** Its last part: what was mentioned in none of them is gone. */
        COMPARISON_ENDS
    }
}
