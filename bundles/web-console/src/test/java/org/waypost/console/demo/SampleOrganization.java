package org.waypost.console.demo;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.admin.Answer;
import org.waypost.admin.ConnectorView;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.admin.RouteAdmin;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.Link;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.routing.NextHop;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.RouteExplanation.Considered;
import org.waypost.routing.RouteExplanation.Hop;
import org.waypost.routing.Router;
import org.waypost.topology.AddressSpace;
import org.waypost.topology.Connector;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Schedule;
import org.waypost.topology.Server;

/** Four routing groups in a ring with two servers each, a way to the Internet, and one connector that is down. */
final class SampleOrganization implements RouteAdmin, LinkStateAdmin {
    private static final List<String> GROUPS = List.of("Berlin", "Oslo", "Porto", "Riga");

    private final InstantSource clock;

    SampleOrganization(InstantSource clock) {
        this.clock = clock;
    }

    private static UUID groupId(int group) {
        return new UUID(1, group % GROUPS.size());
    }

    private static Server server(int group, int number) {
        String name = GROUPS.get(group).toLowerCase() + number;
        return new Server(new UUID(2 + number, group), name, "cn=" + name, name + ".example.com", 25, 691, Set.of());
    }

    private static Connector connector(int group, String name, Connector.Kind kind, int cost, Set<UUID> to, List<AddressSpace> spaces) {
        return new Connector(new UUID(9 + cost, group), name, "cn=" + name, kind, cost, Set.of(), to, List.of(), spaces, false, List.of(), "",
                Connector.Rules.NONE, Schedule.ALWAYS, Optional.empty(), Set.of());
    }

    private static GroupState group(int i) {
        int next = (i + 1) % GROUPS.size();
        int last = (i + GROUPS.size() - 1) % GROUPS.size();
        Connector forth = connector(i, "To " + GROUPS.get(next), Connector.Kind.ROUTING_GROUP, 10 * (i + 1), Set.of(groupId(next)), List.of());
        Connector back = connector(i, "To " + GROUPS.get(last), Connector.Kind.ROUTING_GROUP, 10 * (last + 1) + 1, Set.of(groupId(last)), List.of());
        List<Connector> connectors = new ArrayList<>(List.of(forth, back));
        if (i == 2) {
            connectors.add(connector(i, "Internet", Connector.Kind.SMTP, 1, Set.of(), List.of(new AddressSpace("*", 1))));
        }
        GroupState state = GroupState.of(new RoutingGroup(groupId(i), GROUPS.get(i), "cn=" + GROUPS.get(i), Optional.of(server(i, 1).id()),
                List.of(server(i, 1), server(i, 2)), connectors));
        return i == 3 ? state.with(GroupVersion.UNRULED, Map.of(new Link(forth.id(), server(i, 1).id()), "berlin1: connection timed out"))
                : state;
    }

    @Override
    public Answer<OrganizationMap> map() {
        TreeMap<UUID, GroupState> groups = new TreeMap<>();
        for (int i = 0; i < GROUPS.size(); i++) {
            groups.put(groupId(i), group(i));
        }
        return new Answer.Ok<>(new OrganizationMap(groups, "a3f09c"));
    }

    @Override
    public Answer<RouteExplanation> explain(RouteRequest request) {
        List<Hop> path = List.of(new Hop("Berlin", "To Oslo", "Oslo", 10), new Hop("Oslo", "To Porto", "Porto", 30),
                new Hop("Porto", "Internet", "*", 31));
        return new Answer.Ok<>(new RouteExplanation(new Router.Route.Via(new NextHop.Domain("oslo1.example.com")),
                "The cheapest way that is up goes over To Oslo.", path, List.of(
                        new Considered("To Oslo", "Berlin", 31, true, "It is the cheapest that is up."),
                        new Considered("To Riga", "Berlin", 102, false, "It is up, but costs more."))));
    }

    @Override
    public Answer<Table> table(int limit) {
        return new Answer.Ok<>(new Table("berlin1", List.of(), List.of(), false));
    }

    @Override
    public Answer<List<ConnectorView>> connectors(Optional<OrganizationMap> offline) {
        List<ConnectorView> views = new ArrayList<>();
        for (GroupState state : ((Answer.Ok<OrganizationMap>) map()).value().groups().values()) {
            for (Connector connector : state.group().connectors()) {
                views.add(view(state, connector));
            }
        }
        return new Answer.Ok<>(views);
    }

    private static ConnectorView view(GroupState state, Connector connector) {
        List<ConnectorView.Source> sources = state.group().servers().stream().map(server -> state.isUp(connector.id(), server.id())
                ? new ConnectorView.Source(server.name(), ConnectorView.State.UP, "")
                : new ConnectorView.Source(server.name(), ConnectorView.State.DOWN, "berlin1: connection timed out")).toList();
        List<String> to = connector.targetGroups().stream().map(id -> GROUPS.get((int) id.getLeastSignificantBits())).toList();
        return new ConnectorView(state.group().name(), connector.name(), connector.kind(), connector.cost(), sources, List.of(), to,
                connector.spaces(), connector.schedule());
    }

    @Override
    public Answer<LinkStateStatus> status() {
        return new Answer.Ok<>(new LinkStateStatus("berlin1", "Berlin", "MASTER", "berlin1", "a3f09c", List.of("berlin2"),
                List.of(new LinkStateStatus.Measured("To Oslo", "UP", "", clock.instant().minusSeconds(7000), Optional.empty()),
                        new LinkStateStatus.Measured("To Riga", "TRYING", "riga1: 421 too busy", clock.instant().minusSeconds(70),
                                Optional.of(clock.instant().plusSeconds(50)))), List.of()));
    }

    @Override
    public Answer<String> moveMaster(String group, String server) {
        return new Answer.Ok<>(server + " is the master of " + group + ".");
    }

    @Override
    public Answer<String> join() {
        return new Answer.Ok<>("This server is one of the organization.");
    }

    @Override
    public Answer<String> write(OrganizationMap map) {
        throw new UnsupportedOperationException("not asked for by HTTP");
    }

    @Override
    public Answer<OrganizationMap> read(String text) {
        throw new UnsupportedOperationException("not asked for by HTTP");
    }
}
