package org.waypost.linkstate;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.topology.RoutingGroup;

/**
 * All that is known of one routing group at one version.
 *
 * @param ruler the master whose version this is; empty if it was read from the directory
 * @param absent members that have lost contact with the master
 * @param down the links that are down, with the reason; all others are up
 */
public record GroupState(RoutingGroup group, GroupVersion version, Optional<UUID> ruler, Set<UUID> absent, SortedMap<Link, String> down) {
    public GroupState {
        Objects.requireNonNull(group);
        Objects.requireNonNull(version);
        Objects.requireNonNull(ruler);
        absent = Set.copyOf(absent);
        down = Collections.unmodifiableSortedMap(new TreeMap<>(down));
    }

    /** As the directory has it, with nothing known of its links. */
    public static GroupState of(RoutingGroup group) {
        return new GroupState(group, GroupVersion.UNRULED, Optional.empty(), Set.of(), Collections.emptySortedMap());
    }

    public boolean isUp(UUID connector, UUID bridgehead) {
        return !down.containsKey(new Link(connector, bridgehead));
    }

    public GroupState with(GroupVersion newVersion, Map<Link, String> newDown) {
        return new GroupState(group, newVersion, ruler, absent, new TreeMap<>(newDown));
    }
}
