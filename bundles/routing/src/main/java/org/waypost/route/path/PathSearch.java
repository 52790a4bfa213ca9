package org.waypost.route.path;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.waypost.route.layout.Edge;
import org.waypost.route.layout.Layout;
import org.waypost.route.layout.LinkView;

/** Dijkstra's search over the ways that are up and let a message pass. */
record PathSearch(Layout layout, LinkView links) {
    PathTree from(int start, Traffic traffic, Trace trace) {
        PathTree tree = new PathTree(start, layout.sites().size());
        PriorityQueue<Reached> queue = new PriorityQueue<>(Comparator.comparingInt(Reached::total));
        queue.add(new Reached(start, 0));
        while (!queue.isEmpty()) {
            Reached next = queue.poll();
            if (next.total() == tree.total(next.site())) {
                tree.settle(next.site());
                layout.site(next.site()).edges().stream().filter(edge -> isOpen(edge, traffic, tree, trace)).filter(tree::add)
                        .forEach(edge -> queue.add(new Reached(edge.to(), tree.total(edge.to()))));
            }
        }
        return tree;
    }

    /** The edges that are up in one of two views of the links and down in the other. */
    List<Edge> changed(LinkView others) {
        return layout.sites().stream().filter(site -> !links.isAlike(others, site.index())).flatMap(site -> site.edges().stream())
                .filter(edge -> links.isUp(edge.way()) != others.isUp(edge.way())).toList();
    }

    private boolean isOpen(Edge edge, Traffic traffic, PathTree tree, Trace trace) {
        Obstacle obstacle = traffic.obstacle(edge.way().connector());
        if (obstacle == Obstacle.NONE && !links.isUp(edge.way())) {
            obstacle = Obstacle.DOWN;
        }
        trace.looked(edge.way(), obstacle == Obstacle.NONE ? tree.total(edge.from()) + edge.cost() : -1, obstacle);
        return obstacle == Obstacle.NONE;
    }

    private record Reached(int site, int total) {}
}
