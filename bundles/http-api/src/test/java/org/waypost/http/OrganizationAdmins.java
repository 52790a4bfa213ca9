package org.waypost.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waypost.admin.Answer;
import org.waypost.admin.ConnectorView;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.admin.RouteAdmin;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.routing.NextHop;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.Router;
import org.waypost.topology.Connector;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Schedule;
import org.waypost.topology.Server;

/** A small organization; each change is a line of {@link #done}. */
final class OrganizationAdmins implements RouteAdmin, LinkStateAdmin {
    final List<String> done = new CopyOnWriteArrayList<>();

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID GROUP = new UUID(0, 2);

    private Answer<String> done(String what) {
        done.add(what);
        return new Answer.Ok<>("Done: " + what + ".");
    }

    @Override
    public Answer<RouteExplanation> explain(RouteRequest request) {
        return new Answer.Ok<>(new RouteExplanation(new Router.Route.Via(new NextHop.Domain(request.recipient())), "By MX.", List.of(),
                List.of(new RouteExplanation.Considered("Internet", "East", 1, true, "It is."))));
    }

    @Override
    public Answer<Table> table(int limit) {
        return new Answer.Ok<>(new Table("n1", List.of(new Row("West", "n2", new Router.Route.Unreachable("Down."), "Down.", List.of())),
                List.of(), limit < 2));
    }

    @Override
    public Answer<List<ConnectorView>> connectors(Optional<OrganizationMap> offline) {
        return new Answer.Ok<>(List.of(new ConnectorView("East", "Internet", Connector.Kind.SMTP, 1,
                List.of(new ConnectorView.Source("n1", ConnectorView.State.UP, "")), List.of(), List.of(), List.of(), Schedule.ALWAYS)));
    }

    @Override
    public Answer<LinkStateStatus> status() {
        return new Answer.Ok<>(new LinkStateStatus("n1", "East", "MASTER", "n1", "ab", List.of("n2"),
                List.of(new LinkStateStatus.Measured("Internet", "UP", "", Instant.EPOCH, Optional.empty())), List.of()));
    }

    @Override
    public Answer<OrganizationMap> map() {
        Server server = new Server(ONE, "n1", "cn=n1", "n1.example.com", 25, 691, Set.of());
        RoutingGroup group = new RoutingGroup(GROUP, "East", "cn=East", Optional.of(ONE), List.of(server), List.of());
        return new Answer.Ok<>(new OrganizationMap(new TreeMap<>(Map.of(GROUP, GroupState.of(group))), "ab"));
    }

    @Override
    public Answer<String> moveMaster(String group, String server) {
        return done("master " + group + " " + server);
    }

    @Override
    public Answer<String> join() {
        return done("join");
    }

    @Override
    public Answer<String> write(OrganizationMap map) {
        throw new AssertionError("not asked for by HTTP");
    }

    @Override
    public Answer<OrganizationMap> read(String text) {
        throw new AssertionError("not asked for by HTTP");
    }
}
