package org.waypost.metabase;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A property as it is in force at a key.
 *
 * @param from the key it is set at: the key itself, or one above that it is inherited from
 * @param owner the DN of the directory object that has the say; empty if it is set here
 * @param override until when a local override hides the value of the owner
 */
public record Property(Value value, MetabaseKey from, Optional<String> owner, Optional<Instant> override) {
    public Property {
        Objects.requireNonNull(value);
        Objects.requireNonNull(from);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(override);
    }
}
