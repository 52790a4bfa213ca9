package org.waypost.metabase;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A part of a write. */
public sealed interface Edit {
    MetabaseKey key();

    /**
     * A property gets a value; its key is made if it is not there.
     *
     * @param owner the DN of the directory object it was replicated from; empty for a local setting
     */
    record Set(MetabaseKey key, String property, Value value, Optional<String> owner) implements Edit {
        public Set {
            Objects.requireNonNull(key);
            Objects.requireNonNull(property);
            Objects.requireNonNull(value);
            Objects.requireNonNull(owner);
        }
    }

    /** A property is inherited again, or not there. */
    record Unset(MetabaseKey key, String property) implements Edit {}

    /** A key goes with all below it. */
    record Remove(MetabaseKey key) implements Edit {}

    /** A replicated property is hidden by a local value until a time; it ends by itself. */
    record Override(MetabaseKey key, String property, Value value, Instant until) implements Edit {}

    /** An override ends now. */
    record EndOverride(MetabaseKey key, String property) implements Edit {}
}
