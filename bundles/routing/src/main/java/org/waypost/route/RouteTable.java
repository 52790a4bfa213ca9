package org.waypost.route;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.route.layout.Layout;
import org.waypost.route.layout.LinkView;
import org.waypost.route.path.Trace;
import org.waypost.routing.NextHop;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.RouteQuestion;
import org.waypost.routing.Router.Route;

/**
 * The routes of one server by one map. Never changes, but for paths that are searched when they are first asked for.
 * Any thread; returns at once.
 *
 * <p>A domain that no address space in the whole organization matches goes to its mail exchangers. One that only
 * connectors match which this message may not use does not: what an administrator closes is not walked around.
 */
public final class RouteTable {
    private final OrganizationMap map;
    private final String server;
    private final Layout layout;
    private final Optional<Judge> judge;
    private final RandomGenerator random;

    private RouteTable(OrganizationMap map, String server, Layout layout, Optional<Judge> judge, RandomGenerator random) {
        this.map = map;
        this.server = server;
        this.layout = layout;
        this.judge = judge;
        this.random = random;
    }

    /**
     * @param server the name of the server whose routes they are
     * @param random shares the load; for any thread, as {@link java.util.Random} is
     */
    public static RouteTable of(OrganizationMap map, String server, RandomGenerator random) {
        Objects.requireNonNull(random);
        Layout layout = Layout.of(map);
        return new RouteTable(map, server, layout,
                layout.member(server).map(self -> Judge.of(layout, new LinkView(map), self, random)), random);
    }

    /** The routes by another map; what only the configuration bears on is kept if that is the same. */
    public RouteTable with(OrganizationMap newMap) {
        return layout.fits(newMap) ? new RouteTable(newMap, server, layout, judge.map(one -> one.with(new LinkView(newMap))), random)
                : of(newMap, server, random);
    }

    public OrganizationMap map() {
        return map;
    }

    /** The name of the server whose routes they are. */
    public String server() {
        return server;
    }

    /** The DNs of persons and groups that connectors' rules name. */
    public Set<String> ruleNames() {
        return layout.ruleNames();
    }

    /** @param question whose {@link RouteQuestion#from()} is this table's server */
    public Route route(RouteQuestion question) {
        return decide(question, Trace.NONE).route();
    }

    /** The route and why. Where several ways are equally good another question may come to another of them. */
    public RouteExplanation explain(RouteQuestion question) {
        Recorder recorder = new Recorder(layout, new LinkView(map), question);
        return recorder.explanation(decide(question, recorder));
    }

    private Decision decide(RouteQuestion question, Trace trace) {
        return judge.map(one -> one.find(question, trace)).orElseGet(() -> stranger(question));
    }

    private Decision stranger(RouteQuestion question) {
        boolean outside = question.server().isEmpty() && layout.spaces().matching(question.domain()).isEmpty();
        return outside ? Decision.via(new NextHop.Domain(question.domain()), "this server is in no routing group, and no address space matches")
                : Decision.unreachable("this server, " + server + ", is in no routing group");
    }
}
