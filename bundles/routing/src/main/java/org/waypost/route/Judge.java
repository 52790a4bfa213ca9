package org.waypost.route;

import java.util.random.RandomGenerator;
import org.waypost.mail.EnhancedStatus;
import org.waypost.route.layout.Layout;
import org.waypost.route.layout.LinkView;
import org.waypost.route.layout.Member;
import org.waypost.route.path.Trace;
import org.waypost.route.path.Traffic;
import org.waypost.routing.RouteQuestion;

/**
 * Finds the way from one server, and refuses for good what has none even when all links are up: a message that only has
 * to wait for a link is not refused. Any thread.
 *
 * @param allUp finds it as if no link were down
 */
record Judge(Finder finder, Finder allUp) {
    private static final EnhancedStatus TOO_LARGE = new EnhancedStatus(5, 2, 3);
    private static final EnhancedStatus NOT_ALLOWED = new EnhancedStatus(5, 7, 1);

    static Judge of(Layout layout, LinkView links, Member self, RandomGenerator random) {
        Finder finder = new Finder(layout, links, self, random);
        return new Judge(finder, finder.with(links.allUp()));
    }

    Judge with(LinkView links) {
        return new Judge(finder.with(links), allUp);
    }

    Decision find(RouteQuestion question, Trace trace) {
        Traffic traffic = Traffic.of(question);
        Decision decision = finder.find(question, traffic, trace);
        if (!decision.isUnreachable() || hasWay(question, traffic)) {
            return decision;
        }
        if (hasWay(question, traffic.ofAnySize())) {
            return decision.rejected(TOO_LARGE, "The message is too large for every connector that leads there");
        }
        return hasWay(question, traffic.ofAnySender())
                ? decision.rejected(NOT_ALLOWED, "The sender may not use the connectors that lead there") : decision;
    }

    private boolean hasWay(RouteQuestion question, Traffic traffic) {
        return allUp.find(question, traffic, Trace.NONE).isVia();
    }
}
