package org.waypost.admin.core;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.Link;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.AddressSpace;
import org.waypost.topology.Connector;
import org.waypost.topology.Connector.Kind;
import org.waypost.topology.Connector.Rules;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Schedule;
import org.waypost.topology.Server;

/** North with n1 and n2, South with s1, an empty East; connectors of North whose link at n2 is down. */
final class TwoGroups {
    static final UUID NORTH = id(1);
    static final UUID SOUTH = id(2);
    static final UUID N1 = id(11);
    static final UUID N2 = id(12);
    static final UUID S1 = id(21);
    static final OrganizationMap MAP = map();

    private TwoGroups() {}

    private static OrganizationMap map() {
        Connector south = connector(31, "To South", Kind.ROUTING_GROUP, Set.of(N1, N2), Set.of(SOUTH, id(9)), List.of(S1, id(99)),
                List.of(), false);
        Connector out = connector(32, "Internet", Kind.SMTP, Set.of(), Set.of(), List.of(),
                List.of(new AddressSpace("*", 5), new AddressSpace("*.example.com", 7), new AddressSpace("example.com", 3)), false);
        Connector scoped = connector(33, "Local", Kind.SMTP, Set.of(S1), Set.of(), List.of(), List.of(new AddressSpace("local", 1)), true);
        TreeMap<UUID, GroupState> groups = new TreeMap<>();
        groups.put(NORTH, new GroupState(group(NORTH, "North", List.of(server(N1, "n1"), server(N2, "n2")), List.of(south, out)),
                new GroupVersion(1, 2, 3, 4), Optional.of(N1), Set.of(),
                new TreeMap<>(Collections.singletonMap(new Link(south.id(), N2), "421 later"))));
        groups.put(SOUTH, GroupState.of(group(SOUTH, "South", List.of(server(S1, "s1")), List.of(scoped))));
        groups.put(id(3), GroupState.of(group(id(3), "East", List.of(), List.of())));
        return new OrganizationMap(groups, "ab12");
    }

    private static RoutingGroup group(UUID id, String name, List<Server> servers, List<Connector> connectors) {
        return new RoutingGroup(id, name, "cn=" + name, servers.stream().map(Server::id).findFirst(), servers, connectors);
    }

    private static Server server(UUID id, String name) {
        return new Server(id, name, "cn=" + name, name + ".example.com", 25, 691, Set.of());
    }

    private static Connector connector(int number, String name, Kind kind, Set<UUID> sources, Set<UUID> groups, List<UUID> targets,
            List<AddressSpace> spaces, boolean ofGroupOnly) {
        return new Connector(id(number), name, "cn=" + name, kind, 10, sources, groups, targets, spaces, ofGroupOnly, List.of(), "",
                Rules.NONE, Schedule.ALWAYS, Optional.empty(), Set.of());
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }
}
