package org.waypost.route;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.Link;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.Connector.Kind;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/**
 * An organization in the making. Whatever has a name has an id made of it; names of groups begin with a capital, those
 * of servers do not, and a server's host is its name with {@code .test} behind it.
 */
final class Country {
    private final Map<String, List<String>> servers = new LinkedHashMap<>();
    private final Map<String, List<Road>> roads = new LinkedHashMap<>();
    private final Map<String, SortedMap<Link, String>> down = new LinkedHashMap<>();
    private final Set<UUID> absent = new HashSet<>();

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Country of(String group, String... members) {
        return new Country().group(group, members);
    }

    Country group(String name, String... members) {
        servers.put(name, List.of(members));
        roads.put(name, new ArrayList<>());
        down.put(name, new TreeMap<>());
        return this;
    }

    /** A routing group connector from any member of one group to all members of another. */
    Country road(String from, String to, int cost) {
        return road(from, link(from + "-" + to, cost).to(to, servers.get(to).toArray(String[]::new)));
    }

    Country road(String from, Road road) {
        roads.get(from).add(road);
        return this;
    }

    static Road link(String name, int cost) {
        return new Road(name, Kind.ROUTING_GROUP, cost);
    }

    /** An SMTP connector, by MX unless it is given smart hosts. */
    static Road exit(String name) {
        return exit(name, 1);
    }

    static Road exit(String name, int cost) {
        return new Road(name, Kind.SMTP, cost);
    }

    /** @param sources the bridgeheads at which it is down; none: all members of the group */
    Country down(String group, String road, String... sources) {
        List<String> where = sources.length == 0 ? servers.get(group) : Arrays.asList(sources);
        where.forEach(source -> down.get(group).put(new Link(id(road), id(source)), "no answer at " + source));
        return this;
    }

    Country up(String group, String road) {
        down.get(group).keySet().removeIf(link -> link.connector().equals(id(road)));
        return this;
    }

    Country absent(String server) {
        absent.add(id(server));
        return this;
    }

    OrganizationMap map() {
        SortedMap<UUID, GroupState> states = new TreeMap<>();
        servers.keySet().forEach(group -> states.put(id(group), state(group)));
        return new OrganizationMap(states, "");
    }

    private GroupState state(String name) {
        List<Server> members = servers.get(name).stream().map(Country::server).toList();
        RoutingGroup group = new RoutingGroup(id(name), name, "cn=" + name, Optional.of(members.get(0).id()), members,
                roads.get(name).stream().map(road -> road.build(name)).toList());
        return new GroupState(group, GroupVersion.UNRULED, Optional.empty(), absent, down.get(name));
    }

    private static Server server(String name) {
        return new Server(id(name), name, "cn=" + name, name + ".test", 25, 691, Set.of());
    }
}
