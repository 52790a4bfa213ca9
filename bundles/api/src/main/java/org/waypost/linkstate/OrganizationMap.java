package org.waypost.linkstate;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/**
 * The organization as this server knows it: what routes are computed by. Never changes.
 *
 * @param groups by id
 * @param digest of all of it, SHA-256 in lower-case hex: two servers with one digest route by one map; empty for none
 */
public record OrganizationMap(SortedMap<UUID, GroupState> groups, String digest) {
    public static final OrganizationMap EMPTY = new OrganizationMap(Collections.emptySortedMap(), "");

    public OrganizationMap {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        Objects.requireNonNull(digest);
    }

    public Optional<Server> server(UUID id) {
        return groups.values().stream().flatMap(state -> state.group().servers().stream()).filter(server -> server.id().equals(id)).findFirst();
    }

    /** By name, without regard to case. */
    public Optional<Server> server(String name) {
        return groups.values().stream().flatMap(state -> state.group().servers().stream())
                .filter(server -> server.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The group that a server is a member of. */
    public Optional<RoutingGroup> groupOf(UUID server) {
        return groups.values().stream().map(GroupState::group)
                .filter(group -> group.servers().stream().anyMatch(member -> member.id().equals(server))).findFirst();
    }
}
