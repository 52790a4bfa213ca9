package org.waypost.directory;

import java.util.Objects;
import java.util.Set;

/**
 * What to look for.
 *
 * @param role which of the configured servers and bases are meant
 * @param base a DN, or empty for the configured base of the role
 * @param filter RFC 4515; values in it escaped by {@link Filter}
 * @param attributes to be read; empty for all user attributes. {@link Entry#id} and {@link Entry#dn} always come.
 */
public record Search(Role role, String base, Scope scope, String filter, Set<String> attributes) {
    public Search {
        Objects.requireNonNull(role);
        Objects.requireNonNull(base);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(filter);
        attributes = Set.copyOf(attributes);
    }

    /** What a server is asked for, as Exchange's DSAccess tells them apart. */
    public enum Role {
        /** The organization: servers, policies, connectors. */
        CONFIGURATION,
        /** Recipients of one domain, to be read and written. */
        DOMAIN,
        /** Recipients of the whole forest, to be read. */
        GLOBAL_CATALOG
    }

    /** How far below the base. */
    public enum Scope {
        BASE,
        ONE_LEVEL,
        SUBTREE
    }
}
