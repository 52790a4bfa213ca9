package org.waypost.admin.shell.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.admin.ConnectorView;
import org.waypost.admin.ConnectorView.Source;
import org.waypost.admin.ConnectorView.State;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.mail.EnhancedStatus;
import org.waypost.routing.NextHop;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.RouteExplanation.Considered;
import org.waypost.routing.RouteExplanation.Hop;
import org.waypost.routing.Router.Route;
import org.waypost.topology.AddressSpace;
import org.waypost.topology.Connector.Kind;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Schedule;
import org.waypost.topology.Server;

/** A routing group with two members, and routes. */
final class Sample {
    private static final UUID N1 = new UUID(0, 11);
    private static final UUID N2 = new UUID(0, 12);

    static final OrganizationMap MAP = map();
    static final List<ConnectorView> CONNECTORS = List.of(
            new ConnectorView("North", "Internet", Kind.SMTP, 10, List.of(new Source("n1", State.NOT_MEASURED, "")), List.of(), List.of(),
                    List.of(new AddressSpace("*", 5)), Schedule.NEVER),
            new ConnectorView("North", "To South", Kind.ROUTING_GROUP, 20, List.of(new Source("n1", State.UP, ""),
                    new Source("n2", State.DOWN, "421 \u001b[2Jgo")), List.of("s1"), List.of("South"), List.of(), Schedule.ALWAYS));
    static final RouteExplanation OVER_SOUTH = new RouteExplanation(new Route.Via(new NextHop.Link("To South", Optional.of(new UUID(0, 31)),
            List.of(new NextHop.Host(Optional.of("s1"), "s1.example.com", 25, false, "")), Schedule.ALWAYS)), "the cheapest",
            List.of(new Hop("North", "To South", "South", 20)),
            List.of(new Considered("To South", "North", 20, true, "on the cheapest path"),
                    new Considered("Leased", "North", -1, false, "421 \u001b[2Jgo")));
    static final RouteExplanation TOO_LARGE = new RouteExplanation(new Route.Reject(new EnhancedStatus(5, 2, 3), "too large"),
            "too large", List.of(), List.of());

    private Sample() {
    }

    private static OrganizationMap map() {
        RoutingGroup north = new RoutingGroup(new UUID(0, 1), "North", "cn=North", Optional.of(N2), List.of(server(N1, "n1"), server(N2, "n2")),
                List.of());
        TreeMap<UUID, GroupState> groups = new TreeMap<>();
        groups.put(north.id(), new GroupState(north, new GroupVersion(1, 2, 3, 4), Optional.of(N1), Set.of(N2), new TreeMap<>()));
        return new OrganizationMap(groups, "ab12");
    }

    private static Server server(UUID id, String name) {
        return new Server(id, name, "cn=" + name, name + ".example.com", 25, 691, Set.of());
    }
}
