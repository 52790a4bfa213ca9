package org.waypost.route;

import java.util.List;
import java.util.Optional;
import org.waypost.mail.EnhancedStatus;
import org.waypost.route.layout.Edge;
import org.waypost.route.path.PathTree;
import org.waypost.routing.NextHop;
import org.waypost.routing.Router.Route;

/**
 * What a question came to.
 *
 * @param taken the way, if a connector is in it
 * @param path the edges up to the last site
 * @param reason a sentence for people
 */
record Decision(Route route, String reason, Optional<Candidate> taken, List<Edge> path) {
    static Decision via(NextHop hop, String reason) {
        return new Decision(new Route.Via(hop), reason, Optional.empty(), List.of());
    }

    static Decision via(NextHop hop, String reason, Candidate taken, PathTree tree) {
        return new Decision(new Route.Via(hop), reason, Optional.of(taken), tree.path(taken.first(), taken.goal()));
    }

    static Decision unreachable(String reason) {
        return new Decision(new Route.Unreachable(reason), reason, Optional.empty(), List.of());
    }

    Decision rejected(EnhancedStatus status, String why) {
        return new Decision(new Route.Reject(status, why), why + ": " + reason, Optional.empty(), List.of());
    }

    boolean isUnreachable() {
        return route instanceof Route.Unreachable;
    }

    boolean isVia() {
        return route instanceof Route.Via;
    }
}
