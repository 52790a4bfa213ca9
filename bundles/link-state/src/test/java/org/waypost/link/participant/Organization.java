package org.waypost.link.participant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.link.topology.Topology;
import org.waypost.topology.Connector;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Schedule;
import org.waypost.topology.Server;

/** An organization made up for tests: groups by number, servers by letters, both in order of their names. */
public final class Organization {
    private final Map<String, List<Server>> servers = new TreeMap<>();
    private final Map<String, List<Connector>> connectors = new TreeMap<>();
    private final Map<String, String> masters = new TreeMap<>();
    private final Map<UUID, Long> terms = new TreeMap<>();

    public Organization group(String group, String... names) {
        servers.put(group, List.of(names).stream().map(Organization::server).toList());
        connectors.put(group, new ArrayList<>());
        masters.put(group, names[0]);
        return this;
    }

    /** From one group to another, from all servers to all. */
    public Organization connect(String name, String from, String to, int cost) {
        connectors.get(from).removeIf(connector -> connector.name().equals(name));
        connectors.get(from).add(connector(name, Connector.Kind.ROUTING_GROUP, cost, Set.of(id(to)), List.copyOf(servers.get(to).stream().map(Server::id).toList()),
                List.of()));
        return this;
    }

    public Organization smartHost(String name, String from) {
        connectors.get(from).add(connector(name, Connector.Kind.SMTP, 1, Set.of(), List.of(), List.of("[192.0.2.1]")));
        return this;
    }

    public Organization remove(String group, String connector) {
        connectors.get(group).removeIf(known -> known.name().equals(connector));
        return this;
    }

    public Organization master(String group, String server, long term) {
        masters.put(group, server);
        terms.put(id(group), term);
        return this;
    }

    public long term(UUID group) {
        return terms.getOrDefault(group, 0L);
    }

    public String masterOf(String group) {
        return masters.get(group);
    }

    public Topology topology() {
        return new Topology(servers.keySet().stream().map(this::routingGroup).toList(), terms, List.of(), List.of());
    }

    public RoutingGroup routingGroup(String name) {
        return new RoutingGroup(id(name), name, "cn=" + name, Optional.of(id(masters.get(name))), servers.get(name), connectors.get(name));
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static Server server(String name) {
        return new Server(id(name), name, "cn=" + name, name + ".example.com", 25, 691, Set.of());
    }

    private static Connector connector(String name, Connector.Kind kind, int cost, Set<UUID> groups, List<UUID> targets, List<String> hosts) {
        return new Connector(id(name), name, "cn=" + name, kind, cost, Set.of(), groups, targets, List.of(), false, hosts, "",
                Connector.Rules.NONE, Schedule.ALWAYS, Optional.empty(), Set.of());
    }
}
