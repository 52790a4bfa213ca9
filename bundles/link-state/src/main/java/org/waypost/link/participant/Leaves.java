package org.waypost.link.participant;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.Connector;
import org.waypost.topology.RoutingGroup;

/** Which groups are leaves: all their links with other groups, in or out, lead to one and the same neighbour. */
final class Leaves {
    private final OrganizationMap map;
    private final Map<UUID, Set<UUID>> neighbours = new HashMap<>();

    Leaves(OrganizationMap map) {
        this.map = map;
        map.groups().values().stream().map(GroupState::group).forEach(this::add);
    }

    boolean isOf(OrganizationMap other) {
        return map == other;
    }

    /** The name of the leaf that a connector leads to or comes from; empty if it has none, or is no link between groups. */
    Optional<String> at(RoutingGroup source, Connector connector) {
        if (connector.targetGroups().isEmpty()) {
            return Optional.empty();
        }
        return isLeaf(source.id()) ? Optional.of(source.name())
                : connector.targetGroups().stream().filter(this::isLeaf).map(map.groups()::get).filter(state -> state != null)
                        .map(state -> state.group().name()).sorted().findFirst();
    }

    private boolean isLeaf(UUID group) {
        return neighbours.getOrDefault(group, Set.of()).size() == 1;
    }

    private void add(RoutingGroup group) {
        for (Connector connector : group.connectors()) {
            for (UUID target : connector.targetGroups()) {
                neighbours.computeIfAbsent(group.id(), id -> new TreeSet<>()).add(target);
                neighbours.computeIfAbsent(target, id -> new TreeSet<>()).add(group.id());
            }
        }
    }
}
