package org.waypost.metabase;

import java.util.List;
import java.util.Objects;

/**
 * Edits that are made together or not at all.
 *
 * @param writer who writes; only {@link Writer#REPLICATION} may touch what has an owner
 */
public record MetabaseWrite(Writer writer, List<Edit> edits) {
    public MetabaseWrite {
        Objects.requireNonNull(writer);
        edits = List.copyOf(edits);
    }

    /** See {@link #writer}. */
    public enum Writer {
        REPLICATION,
        ADMINISTRATOR,
        /** A service that keeps its own state here. */
        SERVICE
    }
}
