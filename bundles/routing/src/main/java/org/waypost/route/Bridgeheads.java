package org.waypost.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.waypost.route.layout.LinkView;
import org.waypost.route.layout.Way;

/**
 * Chooses among ways that are equally good, and the source bridgehead that takes the message onto the way. A bridgehead
 * uses its own link before all others. If that is down it hands over to a colleague whose link is up, unless the message
 * came from a colleague already: it is handed over once and never back.
 */
record Bridgeheads(LinkView links, UUID self, RandomGenerator random) {
    /** @param bridgehead the server whose link is used; {@code self} or one to hand over to */
    record Pick(Candidate candidate, UUID bridgehead) {}

    /** @param previous the server of the own site that the message came from */
    Optional<Pick> pick(List<Candidate> candidates, Optional<UUID> previous) {
        List<Pick> own = candidates.stream().filter(candidate -> isUpAt(candidate.first(), self))
                .map(candidate -> new Pick(candidate, self)).toList();
        return own.isEmpty() ? any(candidates.stream().flatMap(candidate -> handOver(candidate, previous).stream()).toList()) : any(own);
    }

    private Optional<Pick> handOver(Candidate candidate, Optional<UUID> previous) {
        Way way = candidate.first();
        if (way.sources().contains(self) && previous.filter(way.sources()::contains).isPresent()) {
            return Optional.empty();
        }
        List<UUID> colleagues = new ArrayList<>(way.sources());
        colleagues.removeIf(source -> source.equals(self) || !links.isUp(way, source));
        return any(preferred(preferred(colleagues, way, previous), way)).map(colleague -> new Pick(candidate, colleague));
    }

    private List<UUID> preferred(List<UUID> colleagues, Way way, Optional<UUID> previous) {
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

    private <T> Optional<T> any(List<T> equals) {
        return equals.isEmpty() ? Optional.empty() : Optional.of(equals.get(equals.size() == 1 ? 0 : random.nextInt(equals.size())));
    }
}
