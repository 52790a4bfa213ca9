package org.waypost.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waypost.topology.AddressSpace;
import org.waypost.topology.Connector;
import org.waypost.topology.Connector.Kind;
import org.waypost.topology.Connector.Oversize;
import org.waypost.topology.Connector.Priority;
import org.waypost.topology.Connector.Rules;
import org.waypost.topology.Schedule;

/** A connector in the making: open to everything unless it is told otherwise. */
final class Road {
    final String name;
    private final Kind kind;
    private final int cost;
    private final Set<UUID> groups = new HashSet<>();
    private final List<AddressSpace> spaces = new ArrayList<>();
    private Set<UUID> sources = Set.of();
    private List<UUID> targets = List.of();
    private List<String> smartHosts = List.of();
    private boolean ofGroupOnly;
    private Rules rules = Rules.NONE;
    private Schedule schedule = Schedule.ALWAYS;
    private Optional<Oversize> oversize = Optional.empty();

    Road(String name, Kind kind, int cost) {
        this.name = name;
        this.kind = kind;
        this.cost = cost;
    }

    Road from(String... servers) {
        sources = ids(servers).collect(Collectors.toSet());
        return this;
    }

    Road to(String group, String... servers) {
        groups.add(Country.id(group));
        targets = ids(servers).toList();
        return this;
    }

    Road space(String pattern, int spaceCost) {
        spaces.add(new AddressSpace(pattern, spaceCost));
        return this;
    }

    Road smartHosts(String... hosts) {
        smartHosts = List.of(hosts);
        return this;
    }

    Road ofGroupOnly() {
        ofGroupOnly = true;
        return this;
    }

    Road allows(String... dns) {
        rules = new Rules(Set.of(dns), rules.refused(), rules.maxSize(), rules.priorities(), rules.system(), rules.nonSystem());
        return this;
    }

    Road refuses(String... dns) {
        rules = new Rules(rules.allowed(), Set.of(dns), rules.maxSize(), rules.priorities(), rules.system(), rules.nonSystem());
        return this;
    }

    Road upTo(long octets) {
        rules = new Rules(rules.allowed(), rules.refused(), octets, rules.priorities(), rules.system(), rules.nonSystem());
        return this;
    }

    Road priorities(Priority... those) {
        rules = new Rules(rules.allowed(), rules.refused(), rules.maxSize(), Set.of(those), rules.system(), rules.nonSystem());
        return this;
    }

    Road noSystem() {
        rules = new Rules(rules.allowed(), rules.refused(), rules.maxSize(), rules.priorities(), false, true);
        return this;
    }

    Road open(Schedule when) {
        schedule = when;
        return this;
    }

    Road oversize(long above, Schedule when) {
        oversize = Optional.of(new Oversize(above, when));
        return this;
    }

    Connector build(String group) {
        return new Connector(Country.id(name), name, "cn=" + name + ",cn=Connections,cn=" + group, kind, cost, sources, groups, targets,
                spaces, ofGroupOnly, smartHosts, "", rules, schedule, oversize, Set.of());
    }

    private static Stream<UUID> ids(String... names) {
        return Arrays.stream(names).map(Country::id);
    }
}
