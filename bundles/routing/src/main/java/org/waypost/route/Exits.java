package org.waypost.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.route.layout.LinkView;
import org.waypost.route.layout.Space;
import org.waypost.route.layout.Way;
import org.waypost.route.path.Obstacle;
import org.waypost.route.path.PathTree;
import org.waypost.route.path.Trace;
import org.waypost.route.path.Traffic;

/**
 * The ways out of the organization for one message. A connector it may not use is as if it were not there; of the others
 * the most specific address space decides, and if no connector with it is up and within reach, no other is used.
 *
 * @param own the index of this server's site
 * @param known what was found before for messages like this, unless somebody listens
 */
record Exits(LinkView links, PathTree tree, int own, Traffic traffic, Trace trace, KnownExits known) {
    /** @param levels spaces that match, the most specific first */
    Candidates of(List<List<Space>> levels) {
        for (int i = 0; i < levels.size(); i++) {
            List<Space> level = levels.get(i);
            Optional<Candidates> found = trace == Trace.NONE ? known.of(level, traffic, () -> find(level)) : find(level);
            if (found.isPresent()) {
                tellLessSpecific(levels.subList(i + 1, levels.size()));
                return found.get();
            }
        }
        return Candidates.none("no connector whose address space matches takes this message");
    }

    /** Empty if no connector takes the message, be it up or down. */
    private Optional<Candidates> find(List<Space> level) {
        List<Space> open = level.stream().filter(this::isThere).toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(cheapest(open));
    }

    private boolean isThere(Space space) {
        Way way = space.way();
        Obstacle obstacle = way.connector().ofGroupOnly() && way.site() != own ? Obstacle.SCOPE : traffic.obstacle(way.connector());
        if (obstacle != Obstacle.NONE) {
            trace.looked(space, -1, obstacle);
        }
        return obstacle == Obstacle.NONE;
    }

    private Candidates cheapest(List<Space> open) {
        List<Space> best = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (Space space : open) {
            int total = total(space, least);
            if (total >= 0 && total <= least) {
                if (total < least) {
                    best.clear();
                }
                least = total;
                best.add(space);
            }
        }
        String pattern = open.get(0).space().pattern();
        return best.isEmpty() ? Candidates.none("no connector with the most specific address space " + pattern + " is up and within reach")
                : Candidates.of(candidates(best, least));
    }

    /** @param least the least total so far: if nobody listens, whether a dearer one is up is not looked at */
    private int total(Space space, int least) {
        Way way = space.way();
        int total = tree.reaches(way.site()) ? tree.total(way.site()) + space.space().cost() : -1;
        if (total > least && trace == Trace.NONE) {
            return -1;
        }
        Obstacle obstacle = !links.isUp(way) ? Obstacle.DOWN : total < 0 ? Obstacle.OUT_OF_REACH : Obstacle.NONE;
        trace.looked(space, obstacle == Obstacle.NONE ? total : -1, obstacle);
        return obstacle == Obstacle.NONE ? total : -1;
    }

    private List<Candidate> candidates(List<Space> spaces, int total) {
        List<Candidate> candidates = new ArrayList<>();
        for (Space space : spaces) {
            Way way = space.way();
            if (way.site() == own) {
                candidates.add(new Candidate(way, own, total, Optional.of(space)));
            } else {
                tree.firsts(way.site()).forEach(first -> candidates.add(new Candidate(first, way.site(), total, Optional.of(space))));
            }
        }
        return candidates;
    }

    private void tellLessSpecific(List<List<Space>> levels) {
        if (trace != Trace.NONE) {
            levels.forEach(level -> level.forEach(space -> trace.looked(space, -1, Obstacle.LESS_SPECIFIC)));
        }
    }
}
