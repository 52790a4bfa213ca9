package org.waypost.admin.shell.routing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waypost.admin.RouteAdmin.Row;
import org.waypost.admin.RouteAdmin.Table;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.LinkStateStatus.Measured;
import org.waypost.routing.NextHop;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.RouteExplanation.Considered;
import org.waypost.routing.RouteExplanation.Hop;
import org.waypost.routing.Router.Route;

/** Routes as records that are printed as JSON: programs rely on their names. */
final class RouteJson {
    private RouteJson() {
    }

    /** @param status of this server; empty for a map from a file */
    static Explained of(RouteExplanation told, Optional<LinkStateStatus> status) {
        Set<String> names = told.considered().stream().map(Considered::connector).collect(Collectors.toSet());
        List<Measured> measured = status.stream().flatMap(own -> own.links().stream()).filter(link -> names.contains(link.connector()))
                .toList();
        return new Explained(Outcome.of(told.route(), told.reason()), told.path(), told.considered(), measured,
                status.map(LinkStateStatus::suppressed).orElse(List.of()));
    }

    static Routes of(Table table) {
        return new Routes(table.server(), table.groups().stream().map(Line::of).toList(), table.spaces().stream().map(Line::of).toList(),
                table.more());
    }

    /**
     * See {@link RouteExplanation}.
     *
     * @param measured by this server, of the connectors considered
     * @param suppressed what this server measured and does not tell
     */
    public record Explained(Outcome outcome, List<Hop> path, List<Considered> considered, List<Measured> measured,
            List<String> suppressed) {}

    /** See {@link Table}. */
    public record Routes(String server, List<Line> groups, List<Line> spaces, boolean more) {}

    /** See {@link Row}. */
    public record Line(String to, String sample, Optional<Integer> total, Outcome outcome, List<Hop> path) {
        static Line of(Row row) {
            return new Line(row.to(), row.sample(), row.total(), Outcome.of(row.route(), row.reason()), row.path());
        }
    }

    /**
     * @param result {@code via}, {@code unreachable} or {@code reject}
     * @param status enhanced status code of a rejection
     * @param queue name of the link queue of the next hop
     */
    public record Outcome(String result, String reason, Optional<String> status, Optional<String> queue, List<NextHop.Host> hosts) {
        static Outcome of(Route route, String reason) {
            Optional<NextHop> hop = route instanceof Route.Via via ? Optional.of(via.hop()) : Optional.empty();
            Optional<String> status = route instanceof Route.Reject no ? Optional.of(no.status().toString()) : Optional.empty();
            return new Outcome(route.getClass().getSimpleName().toLowerCase(Locale.ROOT), reason, status, hop.map(NextHop::queue),
                    hop.map(Outcome::hosts).orElse(List.of()));
        }

        private static List<NextHop.Host> hosts(NextHop hop) {
            if (hop instanceof NextHop.SmartHost host) {
                return List.of(new NextHop.Host(Optional.empty(), host.host(), host.port(), host.lookupMx(), host.credentials()));
            }
            return hop instanceof NextHop.Link link ? link.hosts() : List.of();
        }
    }
}
