package org.waypost.route.path;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.waypost.route.layout.Edge;
import org.waypost.route.layout.Layout;
import org.waypost.route.layout.LinkView;

/** The cheapest paths from one site, kept for each class of messages. Any thread. */
public final class Paths {
    /** More classes than an organization's rules are likely to make; beyond it all are searched again. */
    private static final int KEPT = 256;

    private final int start;
    private final TrafficClasses classes;
    private final PathSearch search;
    private final Map<Traffic, PathTree> trees = new ConcurrentHashMap<>();

    public Paths(Layout layout, LinkView links, int start) {
        this(start, new TrafficClasses(layout.sites().stream().flatMap(site -> site.edges().stream())
                .map(edge -> edge.way().connector()).toList()), new PathSearch(layout, links));
    }

    private Paths(int start, TrafficClasses classes, PathSearch search) {
        this.start = start;
        this.classes = classes;
        this.search = search;
    }

    /** The same with other links up: paths that no change bears on are kept, others are searched when they are asked for. */
    public Paths with(LinkView links) {
        Paths paths = new Paths(start, classes, new PathSearch(search.layout(), links));
        List<Edge> changed = search.changed(links);
        trees.forEach((traffic, tree) -> {
            if (changed.stream().noneMatch(edge -> traffic.obstacle(edge.way().connector()) == Obstacle.NONE && tree.bears(edge))) {
                paths.trees.put(traffic, tree);
            }
        });
        return paths;
    }

    /** @param trace hears of each connector that a search looks at, or is {@link Trace#NONE}, for which no search need be */
    public PathTree of(Traffic traffic, Trace trace) {
        Traffic representative = classes.representative(traffic);
        if (trace != Trace.NONE) {
            return search.from(start, representative, trace);
        }
        if (trees.size() >= KEPT && !trees.containsKey(representative)) {
            trees.clear();
        }
        return trees.computeIfAbsent(representative, one -> search.from(start, one, Trace.NONE));
    }
}
