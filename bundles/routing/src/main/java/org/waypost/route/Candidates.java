package org.waypost.route;

import java.util.List;

/** The ways that are equally good. @param obstacle why there is none, for people; empty if there is one */
record Candidates(List<Candidate> ways, String obstacle) {
    Candidates {
        ways = List.copyOf(ways);
    }

    static Candidates none(String obstacle) {
        return new Candidates(List.of(), obstacle);
    }

    static Candidates of(List<Candidate> ways) {
        return new Candidates(ways, "");
    }
}
