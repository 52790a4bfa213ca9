package org.waypost.link.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waypost.directory.Entry;
import org.waypost.link.topology.Topology.LostMaster;
import org.waypost.link.topology.Topology.Unreadable;
import org.waypost.topology.Connector;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/**
 * Reads routing groups, their servers and connectors. A group's master is the named server; if none is named, its first
 * server by name; if the named one is none of its servers, there is no master, and that is told. A server belongs to
 * the group it names, else to the one that lists it, else to the only one there is. For one use in one thread.
 */
public final class TopologyReader {
    private static final Comparator<Server> SERVERS = Comparator.comparing(Server::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Server::id);
    private static final Comparator<Connector> CONNECTORS =
            Comparator.comparing(Connector::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Connector::id);
    private static final Comparator<RoutingGroup> GROUPS =
            Comparator.comparing(RoutingGroup::name, String.CASE_INSENSITIVE_ORDER).thenComparing(RoutingGroup::id);

    private final Map<UUID, Entry> entries = new TreeMap<>();
    private final DistinguishedNames<GroupEntry> groupNames = new DistinguishedNames<>();
    private final DistinguishedNames<Server> serverNames = new DistinguishedNames<>();
    private final Map<UUID, UUID> groupOf = new HashMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final List<LostMaster> lostMasters = new ArrayList<>();

    private TopologyReader(Collection<Entry> entries) {
        entries.forEach(entry -> this.entries.put(entry.id(), entry));
    }

    /** @param entries of the four classes, in any order; others are passed over */
    public static Topology read(Collection<Entry> entries) {
        return new TopologyReader(entries).read();
    }

    private Topology read() {
        List<GroupEntry> groups = readAll(GroupEntry.CLASS, GroupEntry::read);
        groups.forEach(group -> groupNames.put(group.entry().dn(), group));
        List<Server> servers = readAll(Servers.CLASS, Servers::read);
        servers.forEach(server -> serverNames.put(server.dn(), server));
        servers.forEach(server -> Servers.badKeys(entries.get(server.id())).forEach(reason -> unreadable.add(new Unreadable(server.dn(), reason))));
        join(groups, servers);
        Map<UUID, List<Connector>> connectors = connectors(groups);
        List<RoutingGroup> read = groups.stream()
                .map(group -> group(group, servers, connectors.getOrDefault(group.id(), List.of()))).sorted(GROUPS).toList();
        unreadable.sort(Comparator.comparing(Unreadable::dn).thenComparing(Unreadable::reason));
        lostMasters.sort(Comparator.comparing(LostMaster::group));
        return new Topology(read, groups.stream().collect(Collectors.toMap(GroupEntry::id, GroupEntry::term)), unreadable, lostMasters);
    }

    private <T> List<T> readAll(String objectClass, Function<Entry, T> reader) {
        return entries.values().stream().filter(entry -> entry.isA(objectClass)).map(entry -> attempt(entry, reader))
                .flatMap(Optional::stream).toList();
    }

    private <T> Optional<T> attempt(Entry entry, Function<Entry, T> reader) {
        try {
            return Optional.of(reader.apply(entry));
        } catch (IllegalArgumentException e) {
            unreadable.add(new Unreadable(entry.dn(), e.getMessage()));
            return Optional.empty();
        }
    }

    private void join(List<GroupEntry> groups, List<Server> servers) {
        Map<UUID, UUID> listed = new HashMap<>();
        groups.forEach(group -> group.entry().values(GroupEntry.MEMBERS).forEach(dn ->
                serverNames.atOrAbove(dn).ifPresent(server -> listed.putIfAbsent(server.id(), group.id()))));
        for (Server server : servers) {
            attempt(entries.get(server.id()), entry -> groupOf(entry, listed, groups)).ifPresent(group -> groupOf.put(server.id(), group));
        }
    }

    private UUID groupOf(Entry server, Map<UUID, UUID> listed, List<GroupEntry> groups) {
        Optional<String> home = server.value("msExchHomeRoutingGroup");
        if (home.isPresent()) {
            return home.flatMap(groupNames::at).map(GroupEntry::id)
                    .orElseThrow(() -> new IllegalArgumentException("msExchHomeRoutingGroup: there is no readable routing group " + home.get()));
        }
        if (listed.containsKey(server.id())) {
            return listed.get(server.id());
        }
        if (groups.size() != 1) {
            throw new IllegalArgumentException("it is in none of " + groups.size() + " routing groups");
        }
        return groups.get(0).id();
    }

    private Map<UUID, List<Connector>> connectors(List<GroupEntry> groups) {
        Connectors reader = new Connectors(groupNames, groups, serverNames, groupOf);
        Map<UUID, List<Connector>> read = new HashMap<>();
        for (Entry entry : entries.values()) {
            if (entry.isA(Connectors.BETWEEN_GROUPS) || entry.isA(Connectors.SMTP)) {
                attempt(entry, this::start).ifPresent(group -> attempt(entry, each -> reader.read(each, group))
                        .ifPresent(connector -> read.computeIfAbsent(group, none -> new ArrayList<>()).add(connector)));
            }
        }
        return read;
    }

    private UUID start(Entry connector) {
        return groupNames.atOrAbove(connector.dn()).map(GroupEntry::id)
                .orElseThrow(() -> new IllegalArgumentException("it is below no readable routing group"));
    }

    private RoutingGroup group(GroupEntry group, List<Server> all, List<Connector> connectors) {
        List<Server> servers = all.stream().filter(server -> group.id().equals(groupOf.get(server.id()))).sorted(SERVERS).toList();
        return new RoutingGroup(group.id(), group.name(), group.entry().dn(), master(group, servers), servers,
                connectors.stream().sorted(CONNECTORS).toList());
    }

    private Optional<UUID> master(GroupEntry group, List<Server> servers) {
        Optional<String> named = group.entry().value(GroupEntry.MASTER);
        if (named.isEmpty()) {
            return servers.stream().findFirst().map(Server::id);
        }
        Optional<UUID> master = named.flatMap(serverNames::atOrAbove).filter(servers::contains).map(Server::id);
        if (master.isEmpty()) {
            lostMasters.add(new LostMaster(group.entry().dn(), named.get()));
        }
        return master;
    }
}
