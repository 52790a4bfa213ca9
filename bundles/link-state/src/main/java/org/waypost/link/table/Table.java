package org.waypost.link.table;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waypost.link.codec.MapCodec;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/** The states of all groups and how they change. Never changes itself; two with one map are equal. */
public final class Table {
    public static final Table EMPTY = new Table(OrganizationMap.EMPTY);

    private final OrganizationMap map;
    private final SortedMap<UUID, byte[]> hashes;
    private final Optional<Set<UUID>> read;

    /** Of a map that was kept: groups of every id count until the directory is read. */
    public Table(OrganizationMap map) {
        this(map, hashes(map), Optional.empty());
    }

    private Table(OrganizationMap map, SortedMap<UUID, byte[]> hashes, Optional<Set<UUID>> read) {
        this.map = map;
        this.hashes = hashes;
        this.read = read;
    }

    public OrganizationMap map() {
        return map;
    }

    /**
     * With what the directory says now: groups that it no longer has are dropped, new ones added, and those that no
     * master has spoken for yet replaced. A state under a term stays: its master reads the directory too and raises it.
     */
    public Table withDirectory(Collection<RoutingGroup> groups) {
        SortedMap<UUID, GroupState> states = new TreeMap<>();
        groups.stream().map(GroupState::of).map(state -> isRuled(known(state)) ? known(state) : state)
                .forEach(state -> states.put(state.group().id(), state));
        SortedMap<UUID, byte[]> lines = new TreeMap<>();
        states.forEach((id, state) -> lines.put(id, state.equals(map.groups().get(id)) ? hashes.get(id) : MapCodec.hash(state)));
        return new Table(new OrganizationMap(states, MapCodec.digest(lines.values())), lines, Optional.of(Set.copyOf(states.keySet())));
    }

    /** Whether a group's state counts here: whether the directory has it, if that was read. */
    public boolean has(UUID group) {
        return read.map(groups -> groups.contains(group)).orElse(true);
    }

    /** A state that another server told. */
    public Merge merge(GroupState told) {
        if (!has(told.group().id())) {
            return new Merge.Unknown();
        }
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
        SortedMap<UUID, GroupState> groups = new TreeMap<>(map.groups());
        groups.put(ruled.group().id(), ruled);
        SortedMap<UUID, byte[]> lines = new TreeMap<>(hashes);
        lines.put(ruled.group().id(), MapCodec.hash(ruled));
        return new Table(new OrganizationMap(groups, MapCodec.digest(lines.values())), lines, read);
    }

    /** Of all groups, for a peer to see which it has newer ones of. */
    public Map<UUID, GroupVersion> versions() {
        return map.groups().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().version()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Table table && map.equals(table.map);
    }

    @Override
    public int hashCode() {
        return map.digest().hashCode();
    }

    @Override
    public String toString() {
        return versions() + " " + map.digest();
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

    private static SortedMap<UUID, byte[]> hashes(OrganizationMap map) {
        SortedMap<UUID, byte[]> hashes = new TreeMap<>();
        map.groups().forEach((id, state) -> hashes.put(id, MapCodec.hash(state)));
        return hashes;
    }
}
