package org.waypost.admin;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.Router.Route;
import org.waypost.topology.Connector.Priority;

/** Routes for people. As {@link QueueAdmin}. */
@ProviderType
public interface RouteAdmin {
    /** Where a message would go next and why; nothing is sent. */
    Answer<RouteExplanation> explain(RouteRequest request);

    /**
     * Where this server sends mail for each other routing group and each address space.
     *
     * @param limit rows at most, 1 to 10000
     */
    Answer<Table> table(int limit);

    /**
     * All connectors, by routing group and name, and what is up and down.
     *
     * @param offline a map to look at instead of the present one
     */
    Answer<List<ConnectorView>> connectors(Optional<OrganizationMap> offline);

    /**
     * A message whose way is asked for.
     *
     * @param sender an address; empty for the null reverse-path
     * @param recipient an address
     * @param server the name of the server that has the recipient; if empty, the one that the directory names, and else the
     *     recipient is taken for one outside
     * @param from the name of the server that routes; empty for this one
     * @param size octets, 0 or more
     * @param time at which it is to go
     * @param previous the name of the server of the organization that it came from, if it came from one
     * @param offline a map to route by instead of the present one
     */
    record RouteRequest(Optional<String> sender, String recipient, Optional<String> server, Optional<String> from, long size,
            Priority priority, Instant time, Optional<String> previous, Optional<OrganizationMap> offline) {
        public RouteRequest {
            Objects.requireNonNull(sender);
            Objects.requireNonNull(recipient);
            Objects.requireNonNull(server);
            Objects.requireNonNull(from);
            Objects.requireNonNull(priority);
            Objects.requireNonNull(time);
            Objects.requireNonNull(previous);
            Objects.requireNonNull(offline);
        }
    }

    /**
     * For a message from nobody in particular, of no size and normal priority.
     *
     * @param server the name of the server that routes
     * @param groups a row for each other routing group, by name
     * @param spaces a row for each pattern of an address space that this server may use, by pattern
     * @param more whether rows were left out, for the limit or because the others took some seconds
     */
    record Table(String server, List<Row> groups, List<Row> spaces, boolean more) {
        public Table {
            Objects.requireNonNull(server);
            groups = List.copyOf(groups);
            spaces = List.copyOf(spaces);
        }
    }

    /**
     * @param to a routing group's name, or the pattern of an address space
     * @param sample the server or the domain there that was asked for; empty if there is none
     * @param reason one sentence
     * @param path the hops to the end, as far as the map tells
     */
    record Row(String to, String sample, Route route, String reason, List<RouteExplanation.Hop> path) {
        public Row {
            Objects.requireNonNull(to);
            Objects.requireNonNull(sample);
            Objects.requireNonNull(route);
            Objects.requireNonNull(reason);
            path = List.copyOf(path);
        }

        /** What the way costs; empty if there is none, or none over a connector. */
        public Optional<Integer> total() {
            return path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1).total());
        }
    }
}
