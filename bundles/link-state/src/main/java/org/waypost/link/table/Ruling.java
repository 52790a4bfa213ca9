package org.waypost.link.table;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.Link;
import org.waypost.topology.RoutingGroup;

/**
 * The right to raise the version of one group, which a master has for its term. The numbers go on rising through major
 * changes and terms and are never set back, so that a person can compare them.
 *
 * @param master who rules
 * @param term 1 or more, granted by the directory to this master only
 */
public record Ruling(UUID master, long term) {
    public Ruling {
        Objects.requireNonNull(master);
        if (term < 1) {
            throw new IllegalArgumentException("term " + term + " is not 1 or more");
        }
    }

    /** Whether it still rules: nobody has been seen to rule in a later term. */
    public boolean holds(GroupState known) {
        return known.version().term() < term || known.version().term() == term && known.ruler().equals(Optional.of(master));
    }

    /** The first state of its term: all as it was known, under the new master. */
    public GroupState begin(GroupState known) {
        if (!holds(known) || known.version().term() == term) {
            throw new IllegalStateException("term " + term + " cannot begin after " + known.version());
        }
        GroupVersion was = known.version();
        return raised(known, known.group(), new GroupVersion(term, was.major(), was.minor(), was.user() + 1), known.absent(), known.down());
    }

    /** The configuration changed. Links that are no more are forgotten. @return {@code known} if nothing changed */
    public GroupState configured(GroupState known, RoutingGroup group) {
        requireTerm(known);
        if (known.group().equals(group)) {
            return known;
        }
        Map<Link, String> down = new TreeMap<>(known.down());
        down.keySet().removeIf(link -> group.connectors().stream().noneMatch(connector -> connector.id().equals(link.connector()))
                || group.servers().stream().noneMatch(server -> server.id().equals(link.bridgehead())));
        GroupVersion was = known.version();
        return raised(known, group, new GroupVersion(term, was.major() + 1, was.minor(), was.user()), known.absent(), down);
    }

    /** Links went up or down. @return {@code known} if nothing changed */
    public GroupState linked(GroupState known, Map<Link, String> down) {
        requireTerm(known);
        GroupVersion was = known.version();
        return known.down().equals(down) ? known
                : raised(known, known.group(), new GroupVersion(term, was.major(), was.minor() + 1, was.user()), known.absent(), down);
    }

    /** Members came or went. @return {@code known} if nothing changed */
    public GroupState attended(GroupState known, Set<UUID> absent) {
        requireTerm(known);
        GroupVersion was = known.version();
        return known.absent().equals(absent) ? known
                : raised(known, known.group(), new GroupVersion(term, was.major(), was.minor(), was.user() + 1), absent, known.down());
    }

    private void requireTerm(GroupState known) {
        if (known.version().term() != term || !holds(known)) {
            throw new IllegalStateException("term " + term + " does not rule " + known.version());
        }
    }

    private GroupState raised(GroupState known, RoutingGroup group, GroupVersion version, Set<UUID> absent, Map<Link, String> down) {
        return new GroupState(group, version, Optional.of(master), absent, new TreeMap<>(down));
    }
}
