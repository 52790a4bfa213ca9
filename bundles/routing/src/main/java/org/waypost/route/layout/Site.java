package org.waypost.route.layout;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.waypost.topology.RoutingGroup;

/**
 * A routing group.
 *
 * @param index among all
 * @param members the ids of its servers
 * @param ways its connectors, by position
 * @param edges to other sites
 */
public record Site(int index, RoutingGroup group, Set<UUID> members, List<Way> ways, List<Edge> edges) {
    public Site {
        members = Set.copyOf(members);
        ways = List.copyOf(ways);
        edges = List.copyOf(edges);
    }

    public String name() {
        return group.name();
    }
}
