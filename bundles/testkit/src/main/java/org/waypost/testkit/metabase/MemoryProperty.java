package org.waypost.testkit.metabase;

import java.time.Instant;
import java.util.Optional;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Property;
import org.waypost.metabase.Value;

/**
 * A property at its own key.
 *
 * @param setting whether an administrator set it; otherwise it is replicated or a service's state
 * @param hiding a local value in place of the owner's
 */
record MemoryProperty(Value value, Optional<String> owner, boolean setting, Optional<Hiding> hiding) {
    /** A timed override. */
    record Hiding(Value value, Instant until) {}

    MemoryProperty hiding(Optional<Hiding> newHiding) {
        return new MemoryProperty(value, owner, setting, newHiding);
    }

    Property seen(MetabaseKey from) {
        return new Property(hiding.map(Hiding::value).orElse(value), from, owner, hiding.map(Hiding::until));
    }
}
