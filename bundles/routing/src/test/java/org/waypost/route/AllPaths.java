package org.waypost.route;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.routing.RouteQuestion;
import org.waypost.topology.AddressSpace;
import org.waypost.topology.Connector;
import org.waypost.topology.Connector.Kind;
import org.waypost.topology.Schedule;
import org.waypost.topology.Server;

/** Finds the least total by walking every path that comes to no group twice; shares nothing with what it checks. */
record AllPaths(OrganizationMap map, RouteQuestion question) {
    OptionalInt inside(GroupState from, UUID goal) {
        return cheapest(from.group().id(), goal, Set.of()).min();
    }

    OptionalInt outside(GroupState from, String domain) {
        List<Exit> exits = map.groups().values().stream().flatMap(state -> exits(state, domain))
                .filter(exit -> exit.state() == from || !exit.connector().ofGroupOnly()).toList();
        int most = exits.stream().mapToInt(exit -> exit.space().specificity()).max().orElse(-1);
        return exits.stream().filter(exit -> exit.space().specificity() == most && isUp(exit.state(), exit.connector()))
                .flatMapToInt(exit -> cheapest(from.group().id(), exit.state().group().id(), Set.of()).map(cost -> cost + exit.space().cost())).min();
    }

    private record Exit(GroupState state, Connector connector, AddressSpace space) {}

    private Stream<Exit> exits(GroupState state, String domain) {
        return state.group().connectors().stream().filter(this::passes).flatMap(connector -> connector.spaces().stream()
                .filter(space -> space.matches(domain)).map(space -> new Exit(state, connector, space)));
    }

    private IntStream cheapest(UUID at, UUID goal, Set<UUID> been) {
        if (at.equals(goal)) {
            return IntStream.of(0);
        }
        Set<UUID> now = new HashSet<>(been);
        now.add(at);
        GroupState state = map.groups().get(at);
        return state.group().connectors().stream().filter(this::passes).filter(connector -> isUp(state, connector)).flatMapToInt(connector ->
                connector.targetGroups().stream().filter(to -> !now.contains(to) && leads(connector, to))
                        .flatMapToInt(to -> cheapest(to, goal, now).map(cost -> cost + connector.cost())));
    }

    private boolean leads(Connector connector, UUID group) {
        return connector.kind() == Kind.SMTP || map.groups().get(group).group().servers().stream().map(Server::id).anyMatch(connector.targets()::contains);
    }

    private boolean passes(Connector connector) {
        boolean sender = question.system() || question.listed().stream().noneMatch(connector.rules().refused()::contains);
        return !connector.schedule().equals(Schedule.NEVER) && sender && question.size() <= connector.rules().maxSize()
                && (connector.rules().system() || !question.system());
    }

    private static boolean isUp(GroupState state, Connector connector) {
        boolean fixed = connector.kind() == Kind.ROUTING_GROUP || !connector.smartHosts().isEmpty();
        return state.group().servers().stream().map(Server::id).filter(id -> connector.sources().isEmpty() || connector.sources().contains(id))
                .anyMatch(id -> !fixed || state.isUp(connector.id(), id));
    }
}
