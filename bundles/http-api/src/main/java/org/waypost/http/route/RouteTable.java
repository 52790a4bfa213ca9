package org.waypost.http.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that can be asked. @param routes an earlier one wins where two fit */
public record RouteTable(List<Route> routes) {
    public RouteTable {
        routes = List.copyOf(routes);
    }

    /** A route and the values of its path. */
    record Found(Route route, Map<String, String> path) {}

    /** @param path as it came, percent-encoded */
    Optional<Found> find(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return routes.stream().filter(route -> route.method().equals(asked))
                .flatMap(route -> route.path().match(path).map(values -> new Found(route, values)).stream()).findFirst();
    }

    /** Of all methods at that path; empty if there is nothing. */
    String allowed(String path) {
        return routes.stream().filter(route -> route.path().match(path).isPresent()).map(Route::method)
                .collect(Collectors.toCollection(TreeSet::new)).stream().collect(Collectors.joining(", "));
    }
}
