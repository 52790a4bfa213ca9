package org.waypost.admin.shell.routing;

import java.util.stream.Collectors;
import org.waypost.routing.NextHop;
import org.waypost.routing.Router.Route;
import org.waypost.topology.Schedule;

/** Routes in words, not yet fit for a terminal. */
final class RouteText {
    private RouteText() {
    }

    /** What became of the question, as a sentence. */
    static String sentence(Route route, String reason) {
        if (route instanceof Route.Via via) {
            return "The message goes to " + of(via.hop()) + ": " + stopped(reason);
        }
        return route instanceof Route.Reject reject ? "The message is refused (" + reject.status() + "): " + stopped(reason)
                : "The message has no way at present: " + stopped(reason);
    }

    private static String stopped(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }

    /** Such as {@code connector To South by s1.example.com:25}; "-" if there is no way. */
    static String hop(Route route) {
        return route instanceof Route.Via via ? of(via.hop()) : "-";
    }

    private static String of(NextHop hop) {
        if (hop instanceof NextHop.Link link) {
            String hosts = link.hosts().stream().map(RouteText::host).collect(Collectors.joining(", "));
            return link.connector().isEmpty() ? hosts : "connector " + link.connector() + " by " + hosts;
        } else if (hop instanceof NextHop.Domain domain) {
            return "the mail exchangers of " + domain.domain();
        } else if (hop instanceof NextHop.SmartHost host) {
            return "smart host " + place(host.host(), host.port(), host.lookupMx());
        }
        return "the mailboxes of this server";
    }

    private static String host(NextHop.Host host) {
        String place = place(host.host(), host.port(), host.lookupMx());
        return host.server().map(server -> "server " + server + " (" + place + ")").orElse(place);
    }

    private static String place(String host, int port, boolean lookupMx) {
        return (lookupMx ? "the mail exchangers of " : "") + host + ":" + port;
    }

    static String schedule(Schedule schedule) {
        return switch (schedule.kind()) {
            case ALWAYS -> "always";
            case NEVER -> "never: it is switched off";
            case HOURS -> "at hours";
            case REMOTE -> "when the remote side asks";
        };
    }
}
