package org.waypost.routing;

import java.util.List;
import java.util.Objects;
import org.waypost.routing.Router.Route;

/**
 * Why a message goes where it goes, as data.
 *
 * @param route what it came to
 * @param reason one sentence
 * @param path the hops to the end, as far as the map tells
 * @param considered every connector that was looked at, in the order of looking
 */
public record RouteExplanation(Route route, String reason, List<Hop> path, List<Considered> considered) {
    public RouteExplanation {
        Objects.requireNonNull(route);
        Objects.requireNonNull(reason);
        path = List.copyOf(path);
        considered = List.copyOf(considered);
    }

    /** @param from a routing group's name; @param to a routing group's name, or the address space; @param total cost up to here */
    public record Hop(String from, String connector, String to, int total) {}

    /**
     * @param cost the total over it, or -1 if none was computed
     * @param taken whether it is (one of) the way
     * @param reason why, or why not: a sentence
     */
    public record Considered(String connector, String group, int cost, boolean taken, String reason) {}
}
