package org.waypost.http.resource;

import java.util.List;
import java.util.Optional;
import org.waypost.admin.RouteAdmin;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.Router.Route;

/**
 * Where a message goes as it is shown.
 *
 * @param outcome {@code VIA}, {@code UNREACHABLE} or {@code REJECT}
 * @param queue the link queue, if there is a way
 */
record RouteView(String outcome, Optional<String> queue, String reason, List<RouteExplanation.Hop> path,
        List<RouteExplanation.Considered> considered) {
    static RouteView of(RouteExplanation found) {
        return new RouteView(outcome(found.route()), queue(found.route()), found.reason(), found.path(), found.considered());
    }

    /** See {@link RouteAdmin.Table}. */
    record Table(String server, List<Row> groups, List<Row> spaces, boolean more) {
        static Table of(RouteAdmin.Table table) {
            return new Table(table.server(), table.groups().stream().map(Row::of).toList(),
                    table.spaces().stream().map(Row::of).toList(), table.more());
        }
    }

    /** See {@link RouteAdmin.Row}. */
    record Row(String to, String sample, String outcome, Optional<String> queue, String reason, List<RouteExplanation.Hop> path,
            Optional<Integer> cost) {
        static Row of(RouteAdmin.Row row) {
            return new Row(row.to(), row.sample(), RouteView.outcome(row.route()), RouteView.queue(row.route()), row.reason(), row.path(),
                    row.total());
        }
    }

    private static String outcome(Route route) {
        if (route instanceof Route.Via) {
            return "VIA";
        }
        return route instanceof Route.Reject ? "REJECT" : "UNREACHABLE";
    }

    private static Optional<String> queue(Route route) {
        return route instanceof Route.Via via ? Optional.of(via.hop().queue()) : Optional.empty();
    }
}
