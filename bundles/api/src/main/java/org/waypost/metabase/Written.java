package org.waypost.metabase;

import java.util.Objects;

/** What became of a write. */
public sealed interface Written {
    /** Durable. @param version of the whole metabase, which rises by one with each write that changed something */
    record Done(long version) implements Written {}

    /** Nothing was changed. @param reason a full sentence that names key, property, allowed range or owner */
    record Refused(MetabaseKey key, String property, String reason) implements Written {
        public Refused {
            Objects.requireNonNull(key);
            Objects.requireNonNull(property);
            Objects.requireNonNull(reason);
        }
    }
}
