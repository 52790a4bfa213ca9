package org.waypost.route.path;

import org.waypost.route.layout.Space;
import org.waypost.route.layout.Way;

/** Hears of every connector that is looked at. */
public interface Trace {
    /** For those who only want the route. */
    Trace NONE = new Trace() {};

    /** A way from site to site. @param total the cost over it, or -1 if it is not open */
    default void looked(Way way, int total, Obstacle obstacle) {}

    /** A way out of the organization. @param total the cost over it, or -1 if it is not open */
    default void looked(Space space, int total, Obstacle obstacle) {}
}
