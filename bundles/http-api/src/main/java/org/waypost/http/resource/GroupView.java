package org.waypost.http.resource;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.AddressSpace;
import org.waypost.topology.Connector;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/** A routing group as it is shown, with names in the place of ids. @param master empty if it has none */
record GroupView(String name, Optional<String> master, List<Member> members, List<Way> connectors) {
    /** @param present whether it is in contact with the master; @param joined whether others know its key */
    record Member(String name, String host, int smtpPort, boolean present, boolean joined) {}

    /** @param to names of routing groups; @param down its source bridgeheads from which it is down */
    record Way(String name, Connector.Kind kind, int cost, List<String> to, List<AddressSpace> spaces, List<Down> down) {}

    record Down(String server, String reason) {}

    /** @param digest two servers with the same route by the same map */
    record Map(String digest, List<GroupView> groups) {
        static Map of(OrganizationMap map) {
            return new Map(map.digest(), map.groups().values().stream().map(state -> GroupView.of(state, map)).toList());
        }
    }

    private static GroupView of(GroupState state, OrganizationMap map) {
        RoutingGroup group = state.group();
        return new GroupView(group.name(), group.master().map(id -> server(id, map)),
                group.servers().stream().map(server -> member(server, state)).toList(),
                group.connectors().stream().map(connector -> way(connector, state, map)).toList());
    }

    private static Member member(Server server, GroupState state) {
        return new Member(server.name(), server.host(), server.smtpPort(), !state.absent().contains(server.id()),
                !server.keys().isEmpty());
    }

    private static Way way(Connector connector, GroupState state, OrganizationMap map) {
        List<Down> down = state.down().entrySet().stream().filter(entry -> entry.getKey().connector().equals(connector.id()))
                .map(entry -> new Down(server(entry.getKey().bridgehead(), map), entry.getValue())).toList();
        List<String> to = connector.targetGroups().stream().map(id -> group(id, map)).sorted().toList();
        return new Way(connector.name(), connector.kind(), connector.cost(), to, connector.spaces(), down);
    }

    private static String server(UUID id, OrganizationMap map) {
        return map.server(id).map(Server::name).orElse(id.toString());
    }

    private static String group(UUID id, OrganizationMap map) {
        return Optional.ofNullable(map.groups().get(id)).map(state -> state.group().name()).orElse(id.toString());
    }
}
