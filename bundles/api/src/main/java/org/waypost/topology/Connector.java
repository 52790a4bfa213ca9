package org.waypost.topology;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A one-way way out of a routing group.
 *
 * @param id of its object in the directory
 * @param name its {@code cn}
 * @param dn for people
 * @param kind what it is
 * @param cost 1 to 100
 * @param sources its source bridgeheads; empty: any server of its group
 * @param targetGroups a routing group connector's target, or the connected groups of an SMTP connector
 * @param targets target bridgeheads of a routing group connector; at least one there, else empty
 * @param spaces address spaces of an SMTP connector
 * @param ofGroupOnly scope: whether only servers of its own group may use its address spaces
 * @param smartHosts {@code NAME}, {@code [ADDRESS]} or {@code mx:DOMAIN}, each with an optional {@code :PORT}; empty: by MX
 * @param credentials the name of the credentials for the smart hosts, or empty
 * @param rules who and what may pass
 * @param schedule when it is open
 * @param oversize for larger messages another schedule, if there is one
 * @param relayDomains domains that others may relay to through it, lower case
 */
public record Connector(UUID id, String name, String dn, Kind kind, int cost, Set<UUID> sources, Set<UUID> targetGroups,
        List<UUID> targets, List<AddressSpace> spaces, boolean ofGroupOnly, List<String> smartHosts, String credentials,
        Rules rules, Schedule schedule, Optional<Oversize> oversize, Set<String> relayDomains) {
    public Connector {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(dn);
        Objects.requireNonNull(kind);
        sources = Set.copyOf(sources);
        targetGroups = Set.copyOf(targetGroups);
        targets = List.copyOf(targets);
        spaces = List.copyOf(spaces);
        smartHosts = List.copyOf(smartHosts);
        Objects.requireNonNull(credentials);
        Objects.requireNonNull(rules);
        Objects.requireNonNull(schedule);
        Objects.requireNonNull(oversize);
        relayDomains = Set.copyOf(relayDomains);
    }

    /** Whether it has one fixed target, so that it can be found to be down: one dead domain must not take down a connector by MX. */
    public boolean hasState() {
        return kind == Kind.ROUTING_GROUP || !smartHosts.isEmpty();
    }

    /** What a connector is. */
    public enum Kind {
        ROUTING_GROUP,
        SMTP
    }

    /** @param above octets: larger messages wait for this schedule */
    public record Oversize(long above, Schedule schedule) {
        public Oversize {
            Objects.requireNonNull(schedule);
        }
    }

    /**
     * What may pass. Refused wins over allowed; the null reverse-path passes sender rules.
     *
     * @param allowed DNs of senders and groups of them; empty: everybody
     * @param refused DNs of senders and groups of them
     * @param maxSize octets that still pass; {@link Long#MAX_VALUE} for no limit
     * @param priorities that pass
     * @param system whether messages with the null reverse-path pass
     * @param nonSystem whether others do
     */
    public record Rules(Set<String> allowed, Set<String> refused, long maxSize, Set<Priority> priorities, boolean system,
            boolean nonSystem) {
        /** Everything passes. */
        public static final Rules NONE = new Rules(Set.of(), Set.of(), Long.MAX_VALUE, Set.of(Priority.values()), true, true);

        public Rules {
            allowed = Set.copyOf(allowed);
            refused = Set.copyOf(refused);
            priorities = Set.copyOf(priorities);
        }
    }

    /** Of a message. */
    public enum Priority {
        LOW,
        NORMAL,
        HIGH
    }
}
