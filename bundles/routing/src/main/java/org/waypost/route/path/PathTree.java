package org.waypost.route.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import org.waypost.route.layout.Edge;
import org.waypost.route.layout.Way;

/** The cheapest paths from one site to all others, all that cost the same. Does not change once it is returned. */
public final class PathTree {
    /** The total of what cannot be reached. */
    public static final int UNREACHED = Integer.MAX_VALUE;

    private final int start;
    private final int[] totals;
    private final List<List<Edge>> arrivals;
    private final List<List<Way>> firsts;

    PathTree(int start, int sites) {
        this.start = start;
        this.totals = new int[sites];
        Arrays.fill(totals, UNREACHED);
        totals[start] = 0;
        this.arrivals = new ArrayList<>(Collections.nCopies(sites, List.of()));
        this.firsts = new ArrayList<>(Collections.nCopies(sites, List.of()));
    }

    /** The cost of the cheapest path to a site, or {@link #UNREACHED}. */
    public int total(int site) {
        return totals[site];
    }

    public boolean reaches(int site) {
        return totals[site] != UNREACHED;
    }

    /** The ways out of the start by which a cheapest path to a site begins. */
    public List<Way> firsts(int site) {
        return firsts.get(site);
    }

    /** One cheapest path to a site that begins with a way. */
    public List<Edge> path(Way first, int site) {
        LinkedList<Edge> path = new LinkedList<>();
        for (int at = site; at != start; at = path.getFirst().from()) {
            path.addFirst(arrivals.get(at).stream().filter(edge -> isBehind(first, edge)).findFirst().orElseThrow());
        }
        return List.copyOf(path);
    }

    private boolean isBehind(Way first, Edge edge) {
        return edge.from() == start ? edge.way() == first : firsts.get(edge.from()).contains(first);
    }

    /**
     * Whether it makes a difference to these paths that an edge goes up or down: one that is up is on a path if this is so,
     * and one that is down would be. If it is so of none of several edges, all of them may change and nothing else does.
     */
    boolean bears(Edge edge) {
        return reaches(edge.from()) && totals[edge.from()] + edge.cost() <= totals[edge.to()];
    }

    /** @return whether the edge leads to a site more cheaply than all before it; to be told in the order of totals */
    boolean add(Edge edge) {
        int total = totals[edge.from()] + edge.cost();
        if (total > totals[edge.to()]) {
            return false;
        }
        boolean cheaper = total < totals[edge.to()];
        List<Edge> edges = cheaper ? new ArrayList<>(2) : arrivals.get(edge.to());
        edges.add(edge);
        arrivals.set(edge.to(), edges);
        totals[edge.to()] = total;
        return cheaper;
    }

    /** All edges to a site are added. */
    void settle(int site) {
        Set<Way> ways = new LinkedHashSet<>();
        for (Edge edge : arrivals.get(site)) {
            ways.addAll(edge.from() == start ? List.of(edge.way()) : firsts.get(edge.from()));
        }
        firsts.set(site, List.copyOf(ways));
    }
}
