package org.waypost.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.waypost.routing.NextHop;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.Router.Route;

/**
 * A case of the specification.
 *
 * @param route see {@link #text(Route)}
 * @param because lines that the explanation has, among others: its reason, {@code path: GROUP, CONNECTOR, TO, TOTAL}, and
 *     {@code CONNECTOR (TOTAL): REASON} of what it considered, with {@code taken} before the reason of what it took
 */
record Case(String name, Country country, Mail mail, String route, String... because) {
    void check() {
        RouteTable table = RouteTable.of(country.map(), mail.question().from(), new Random(1));
        RouteExplanation explanation = table.explain(mail.question());
        List<String> lines = lines(explanation);
        assertEquals(route, text(explanation.route()), () -> String.join("\n", lines));
        for (String line : because) {
            assertTrue(lines.contains(line), () -> line + "\nis not in\n" + String.join("\n", lines));
        }
        assertEquals(route, text(table.route(mail.question())), "what is explained is what is done");
    }

    /**
     * {@code CONNECTOR to HOSTS} with its schedule unless that is always, {@code server HOST}, {@code mx DOMAIN},
     * {@code unreachable} or the status of a refusal.
     */
    static String text(Route route) {
        if (route instanceof Route.Via via) {
            return via.hop() instanceof NextHop.Link link ? text(link) : "mx " + ((NextHop.Domain) via.hop()).domain();
        }
        return route instanceof Route.Reject reject ? reject.status().toString() : "unreachable";
    }

    private static String text(NextHop.Link link) {
        String hosts = link.hosts().stream().map(Case::text).collect(Collectors.joining(", "));
        return (link.connector().isEmpty() ? "server " : link.connector() + " to ") + hosts + when(link);
    }

    private static String text(NextHop.Host host) {
        return (host.lookupMx() ? "mx " : "") + host.host() + (host.port() == 25 ? "" : ":" + host.port());
    }

    private static String when(NextHop.Link link) {
        String schedule = switch (link.schedule().kind()) {
            case ALWAYS -> "";
            case NEVER -> " never";
            case HOURS -> " at hours";
            case REMOTE -> " at the remote side's call";
        };
        return schedule + (link.oversize() ? ", oversize" : "");
    }

    private static List<String> lines(RouteExplanation explanation) {
        List<String> lines = new ArrayList<>(List.of(explanation.reason()));
        explanation.path().forEach(hop -> lines.add("path: " + hop.from() + ", " + hop.connector() + ", " + hop.to() + ", " + hop.total()));
        explanation.considered().forEach(one -> lines.add(one.connector() + " (" + (one.cost() < 0 ? "-" : one.cost()) + "): "
                + (one.taken() ? "taken: " : "") + one.reason()));
        return lines;
    }

    @Override
    public String toString() {
        return name;
    }
}
