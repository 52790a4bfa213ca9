package org.waypost.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.waypost.route.layout.LinkView;
import org.waypost.route.layout.Way;

/**
 * Chooses among ways that are equally good, and the source bridgehead that takes the message onto the way. A bridgehead
 * uses its own link before all others. If that is down it hands over to a colleague whose link is up; not what a colleague
 * has handed over already, which {@link #isHandOver} is for.
 */
record Bridgeheads(LinkView links, UUID self, RandomGenerator random) {
    /** @param bridgehead the server whose link is used; {@code self} or one to hand over to */
    record Pick(Candidate candidate, UUID bridgehead) {}

    /**
     * @param candidates at least one, each up at one of its sources
     * @param previous the server of the own site that the message came from
     */
    Pick pick(List<Candidate> candidates, Optional<UUID> previous) {
        List<Pick> own = own(candidates);
        return any(own.isEmpty() ? candidates.stream().map(candidate -> handOver(candidate, previous)).toList() : own);
    }

    /** Whether one of the bridgeheads has sent here what this server cannot send by a link of its own. */
    boolean isHandOver(List<Candidate> candidates, Optional<UUID> previous) {
        return previous.isPresent() && own(candidates).isEmpty()
                && candidates.stream().anyMatch(candidate -> candidate.first().sources().contains(previous.get()));
    }

    private List<Pick> own(List<Candidate> candidates) {
        return candidates.stream().filter(candidate -> isUpAt(candidate.first(), self)).map(candidate -> new Pick(candidate, self)).toList();
    }

    private Pick handOver(Candidate candidate, Optional<UUID> previous) {
        Way way = candidate.first();
        List<UUID> colleagues = way.sources().stream().filter(source -> !source.equals(self) && links.isUp(way, source)).toList();
        return new Pick(candidate, any(preferred(preferred(colleagues, previous), way)));
    }

    private List<UUID> preferred(List<UUID> colleagues, Optional<UUID> previous) {
        return previous.isEmpty() ? colleagues : orAll(colleagues.stream().filter(one -> !one.equals(previous.get())).toList(), colleagues);
    }

    /** Those that are in contact with the master are likelier to answer; contact says nothing of their links. */
    private List<UUID> preferred(List<UUID> colleagues, Way way) {
        return orAll(colleagues.stream().filter(one -> links.isPresent(way.site(), one)).toList(), colleagues);
    }

    private static List<UUID> orAll(List<UUID> some, List<UUID> all) {
        return some.isEmpty() ? all : some;
    }

    private boolean isUpAt(Way way, UUID source) {
        Set<UUID> sources = way.sources();
        return sources.contains(source) && links.isUp(way, source);
    }

    private <T> T any(List<T> equals) {
        return equals.get(equals.size() == 1 ? 0 : random.nextInt(equals.size()));
    }
}
