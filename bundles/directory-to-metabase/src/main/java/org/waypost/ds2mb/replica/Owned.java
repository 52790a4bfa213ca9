package org.waypost.ds2mb.replica;

import java.util.Objects;
import java.util.Optional;
import org.waypost.metabase.Value;

/** A value and the DN of the object that has the say. @param owner empty for a local one */
record Owned(Value value, Optional<String> owner) {
    Owned {
        Objects.requireNonNull(value);
        Objects.requireNonNull(owner);
    }

    static Owned by(String owner, Value value) {
        return new Owned(value, Optional.of(owner));
    }
}
