package org.waypost.link.table;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waypost.link.codec.MapCodec;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/**
 * The states of all groups and how they change. Never changes itself.
 *
 * @param map what it makes up
 */
public record Table(OrganizationMap map) {
    public static final Table EMPTY = new Table(OrganizationMap.EMPTY);

    /**
     * With what the directory says now: groups that it no longer has are dropped, new ones added, and those that no
     * master has spoken for yet replaced. A state under a term stays: its master reads the directory too and raises it.
     */
    public Table withDirectory(Collection<RoutingGroup> groups) {
        return replaced(groups.stream().map(GroupState::of).map(read -> isRuled(known(read)) ? known(read) : read)
                .collect(Collectors.toMap(state -> state.group().id(), state -> state)));
    }

    /** A state that another server told. */
    public Merge merge(GroupState told) {
        if (!isRuled(told)) {
            return new Merge.Outdated();
        }
        GroupState known = known(told);
        if (known != null && known.version().equals(told.version())) {
            return known.equals(told) ? new Merge.Known()
                    : new Merge.Refused("two different states of group " + told.group().name() + " under version " + told.version());
        }
        if (known != null && known.version().isNewerThan(told.version())) {
            return new Merge.Outdated();
        }
        return refusal(known, told);
    }

    /** With a state that this server raised itself as master. Its version must be newer than what is known. */
    public Table with(GroupState ruled) {
        GroupState known = known(ruled);
        if (known != null && !ruled.version().isNewerThan(known.version())) {
            throw new IllegalArgumentException(ruled.version() + " is not newer than " + known.version());
        }
        Map<UUID, GroupState> groups = new TreeMap<>(map.groups());
        groups.put(ruled.group().id(), ruled);
        return replaced(groups);
    }

    /** Of all groups, for a peer to see which it has newer ones of. */
    public Map<UUID, GroupVersion> versions() {
        Map<UUID, GroupVersion> versions = new TreeMap<>();
        map.groups().forEach((id, state) -> versions.put(id, state.version()));
        return versions;
    }

    private Merge refusal(GroupState known, GroupState told) {
        UUID ruler = told.ruler().orElseThrow();
        if (told.group().servers().stream().map(Server::id).noneMatch(ruler::equals)) {
            return new Merge.Refused("state of group " + told.group().name() + " from a master that is not a server of it");
        }
        if (known != null && known.version().term() == told.version().term() && !known.ruler().equals(told.ruler())) {
            return new Merge.Refused("two masters of group " + told.group().name() + " in term " + known.version().term());
        }
        return new Merge.Accepted(with(told));
    }

    /** @return null if the group is not known */
    private GroupState known(GroupState state) {
        return map.groups().get(state.group().id());
    }

    private static boolean isRuled(GroupState state) {
        return state != null && state.version().term() > 0 && state.ruler().isPresent();
    }

    private static Table replaced(Map<UUID, GroupState> groups) {
        return new Table(MapCodec.map(groups.values()));
    }
}
