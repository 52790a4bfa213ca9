package org.waypost.metabase.tree;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Property;
import org.waypost.metabase.Value;

/**
 * A property at its own key.
 *
 * @param owner the DN that has the say; empty if it is set here
 * @param setting whether an administrator set it; otherwise it is replicated or state
 * @param hiding what hides the owner's value for a time
 */
public record Kept(Value value, Optional<String> owner, boolean setting, Optional<Hiding> hiding) {
    public Kept {
        Objects.requireNonNull(value);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(hiding);
    }

    /** A timed override. */
    public record Hiding(Value value, Instant until) {
        public Hiding {
            Objects.requireNonNull(value);
            Objects.requireNonNull(until);
        }
    }

    public static Kept setting(Value value) {
        return new Kept(value, Optional.empty(), true, Optional.empty());
    }

    Kept with(Optional<Hiding> newHiding) {
        return new Kept(value, owner, setting, newHiding);
    }

    Property seen(MetabaseKey from) {
        return new Property(hiding.map(Hiding::value).orElse(value), from, owner, hiding.map(Hiding::until));
    }
}
