package org.waypost.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.route.layout.Edge;
import org.waypost.route.layout.Layout;
import org.waypost.route.layout.LinkView;
import org.waypost.route.layout.Space;
import org.waypost.route.layout.Way;
import org.waypost.route.path.Obstacle;
import org.waypost.route.path.Trace;
import org.waypost.route.path.Traffic;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.RouteExplanation.Considered;
import org.waypost.routing.RouteExplanation.Hop;
import org.waypost.routing.RouteQuestion;

/** Listens while a way is looked for, and tells in words what it heard. One thread, one question. */
final class Recorder implements Trace {
    private final Layout layout;
    private final LinkView links;
    private final RouteQuestion question;
    private final Map<Way, Looked> edges = new LinkedHashMap<>();
    private final Map<Space, Looked> spaces = new LinkedHashMap<>();

    Recorder(Layout layout, LinkView links, RouteQuestion question) {
        this.layout = layout;
        this.links = links;
        this.question = question;
    }

    @Override
    public void looked(Way way, int total, Obstacle obstacle) {
        edges.putIfAbsent(way, new Looked(total, obstacle));
    }

    @Override
    public void looked(Space space, int total, Obstacle obstacle) {
        spaces.put(space, new Looked(total, obstacle));
    }

    RouteExplanation explanation(Decision decision) {
        List<Considered> considered = new ArrayList<>();
        edges.forEach((way, looked) -> considered.add(edge(way, looked, decision)));
        spaces.forEach((space, looked) -> considered.add(space(space, looked, decision)));
        return new RouteExplanation(decision.route(), decision.reason(), path(decision), considered);
    }

    private Considered edge(Way way, Looked looked, Decision decision) {
        boolean taken = decision.path().stream().anyMatch(edge -> edge.way() == way);
        String reason = taken ? "on the cheapest path" : looked.obstacle() == Obstacle.NONE ? "open, and not on the path taken"
                : obstacle(way, looked.obstacle());
        return new Considered(way.connector().name(), layout.site(way.site()).name(), looked.total(), taken, reason + hours(way, taken));
    }

    private Considered space(Space space, Looked looked, Decision decision) {
        Optional<Candidate> chosen = decision.taken();
        boolean taken = chosen.flatMap(Candidate::exit).filter(space::equals).isPresent();
        boolean equal = chosen.isPresent() && looked.total() == chosen.get().total();
        String reason = looked.obstacle() != Obstacle.NONE ? obstacle(space.way(), looked.obstacle())
                : taken ? "the cheapest" : equal ? "as cheap, and shares the load" : "dearer";
        return new Considered(space.way().connector().name(), layout.site(space.way().site()).name(), looked.total(), taken,
                "address space " + space.space().pattern() + ": " + reason + hours(space.way(), taken));
    }

    private String obstacle(Way way, Obstacle obstacle) {
        return obstacle == Obstacle.DOWN ? links.reason(way) : obstacle.text();
    }

    private String hours(Way way, boolean taken) {
        boolean open = !taken || Traffic.of(question).schedule(way.connector()).isOpen(question.time());
        return open ? "" : "; closed at this time, the message waits there";
    }

    private List<Hop> path(Decision decision) {
        List<Hop> path = new ArrayList<>();
        int total = 0;
        for (Edge edge : decision.path()) {
            total += edge.cost();
            path.add(new Hop(layout.site(edge.from()).name(), edge.way().connector().name(), layout.site(edge.to()).name(), total));
        }
        decision.taken().ifPresent(taken -> taken.exit().ifPresent(exit -> path.add(new Hop(layout.site(exit.way().site()).name(),
                exit.way().connector().name(), exit.space().pattern(), taken.total()))));
        return path;
    }

    private record Looked(int total, Obstacle obstacle) {}
}
