package org.waypost.directory.ldap;

import java.util.Set;

/**
 * What a server says of itself (RFC 4512 5.1).
 *
 * @param invocationId of the copy of the data it holds, the URL where the server has none: what positions belong to
 * @param controls and features it announces, as OIDs
 */
public record RootDse(ServerKind kind, String invocationId, Set<String> controls) {
    public RootDse {
        controls = Set.copyOf(controls);
    }

    public boolean has(String control) {
        return controls.contains(control);
    }
}
