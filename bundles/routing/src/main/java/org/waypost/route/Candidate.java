package org.waypost.route;

import java.util.Optional;
import org.waypost.route.layout.Space;
import org.waypost.route.layout.Way;

/**
 * One of the ways that are equally good.
 *
 * @param first the way out of this server's site
 * @param goal the index of the site it leads to in the end
 * @param total its cost to the end
 * @param exit the address space by which it leaves the organization there; empty if it does not
 */
record Candidate(Way first, int goal, int total, Optional<Space> exit) {}
