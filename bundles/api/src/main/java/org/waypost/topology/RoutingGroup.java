package org.waypost.topology;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A routing group: servers that reach each other directly.
 *
 * @param id of its object in the directory
 * @param name its {@code cn}
 * @param dn for people
 * @param master the routing group master: the named server, or the first by name if none is named; empty if the named one is
 *     not a member
 * @param servers its members, by name
 * @param connectors those that start in it, by name
 */
public record RoutingGroup(UUID id, String name, String dn, Optional<UUID> master, List<Server> servers, List<Connector> connectors) {
    public RoutingGroup {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(dn);
        Objects.requireNonNull(master);
        servers = List.copyOf(servers);
        connectors = List.copyOf(connectors);
    }
}
