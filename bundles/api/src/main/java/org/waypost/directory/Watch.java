package org.waypost.directory;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What to be told of.
 *
 * @param base a DN, or empty for the configured base of the role
 * @param filter which entries are meant; one that ceases to match is reported as deleted
 * @param attributes to be read with a changed entry; empty for all user attributes
 * @param from where to go on; empty for the beginning. A position of another server, or one it does not know any
 *     more, leads to a full comparison.
 */
public record Watch(Search.Role role, String base, String filter, Set<String> attributes, Optional<Position> from) {
    public Watch {
        Objects.requireNonNull(role);
        Objects.requireNonNull(base);
        Objects.requireNonNull(filter);
        attributes = Set.copyOf(attributes);
        Objects.requireNonNull(from);
    }
}
