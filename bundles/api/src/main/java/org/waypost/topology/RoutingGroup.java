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
 * @param master the server that is named routing group master; empty if none is, or it is not a member
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
