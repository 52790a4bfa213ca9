package org.waypost.route.layout;

/** From one site to another. @param from the index of a site; @param to the index of another */
public record Edge(Way way, int from, int to) {
    /** 1 to 100. */
    public int cost() {
        return way.connector().cost();
    }
}
