package org.waypost.ds2mb.replica;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waypost.ds2mb.mapping.Reading.Route;

/** The routes that connectors make, one for each address space: the cheapest, and of equals the first by name. */
final class RouteTable {
    private static final String ALL = "*";

    /** @param target SMARTHOST or SMARTHOST/CREDENTIALS */
    record Chosen(String target, int cost, String dn) {
        String smartHost() {
            int slash = target.indexOf('/');
            return slash < 0 ? target : target.substring(0, slash);
        }

        Optional<String> credentials() {
            int slash = target.indexOf('/');
            return slash < 0 ? Optional.empty() : Optional.of(target.substring(slash + 1));
        }
    }

    private final SortedMap<String, Chosen> chosen = new TreeMap<>();
    private final Set<UUID> claimants = new HashSet<>();

    /** To be called in the order of the connectors' names. */
    void add(Route route, UUID id, String dn) {
        claimants.add(id);
        Chosen offered = new Chosen(route.target(), route.cost(), dn);
        chosen.merge(route.space(), offered, (before, now) -> now.cost() < before.cost() ? now : before);
    }

    boolean isEmpty() {
        return chosen.isEmpty();
    }

    /** Where all goes that has no route of its own. */
    Optional<Chosen> general() {
        return Optional.ofNullable(chosen.get(ALL));
    }

    /** The others, as {@code DOMAIN=TARGET}. */
    TreeSet<String> single() {
        return chosen.entrySet().stream().filter(route -> !route.getKey().equals(ALL))
                .map(route -> route.getKey() + "=" + route.getValue().target()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of the single ones; empty if it is not one. */
    Optional<String> owner() {
        Set<String> owners = chosen.entrySet().stream().filter(route -> !route.getKey().equals(ALL))
                .map(route -> route.getValue().dn()).collect(Collectors.toSet());
        return owners.size() == 1 ? owners.stream().findFirst() : Optional.empty();
    }

    Set<UUID> claimants() {
        return claimants;
    }
}
