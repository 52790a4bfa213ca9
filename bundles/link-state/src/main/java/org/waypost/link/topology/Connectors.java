package org.waypost.link.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waypost.directory.Entry;
import org.waypost.topology.Connector;
import org.waypost.topology.Connector.Kind;
import org.waypost.topology.Server;

/** Reads connectors, of which the groups and servers around them are known. */
final class Connectors {
    static final String BETWEEN_GROUPS = "msExchRoutingGroupConnector";
    static final String SMTP = "msExchRoutingSMTPConnector";
    static final Set<String> ATTRIBUTES = Set.of("cost", "msExchSourceBridgeheadServersDN", "msExchTargetBridgeheadServersDN",
            "msExchDestinationRGDN", AddressSpaces.ATTRIBUTE, SmartHosts.ATTRIBUTE);
    private static final long CHEAPEST = 1;

    private final DistinguishedNames<GroupEntry> groups;
    private final DistinguishedNames<Server> servers;
    private final Map<UUID, UUID> groupOf;
    private final Map<String, List<GroupEntry>> byName;

    /** @param groupOf groups by server */
    Connectors(DistinguishedNames<GroupEntry> groups, List<GroupEntry> all, DistinguishedNames<Server> servers, Map<UUID, UUID> groupOf) {
        this.groups = groups;
        this.servers = servers;
        this.groupOf = groupOf;
        byName = all.stream().collect(Collectors.groupingBy(group -> group.name().toLowerCase(Locale.ROOT)));
    }

    /** @param group in which it starts; @throws IllegalArgumentException with a text for people */
    Connector read(Entry entry, UUID group) {
        Settings settings = new Settings(entry);
        Kind kind = entry.isA(BETWEEN_GROUPS) ? Kind.ROUTING_GROUP : Kind.SMTP;
        boolean smtp = kind == Kind.SMTP;
        int cost = Numbers.attribute(entry, "cost", 1, 100).orElse(CHEAPEST).intValue();
        Set<UUID> targetGroups = targetGroups(entry, settings, smtp);
        if (targetGroups.contains(group)) {
            throw new IllegalArgumentException("it leads to the routing group that it starts in");
        }
        Set<UUID> sources = bridgeheads(entry, "msExchSourceBridgeheadServersDN", Set.of(group)).stream().map(Server::id)
                .collect(Collectors.toSet());
        return new Connector(entry.id(), GroupEntry.name(entry), entry.dn(), kind, cost, sources, targetGroups,
                smtp ? List.of() : targets(entry, targetGroups), smtp ? AddressSpaces.read(entry) : List.of(), ofGroupOnly(settings),
                smtp ? SmartHosts.read(entry) : List.of(), settings.text("credentials").orElse(""), Passage.rules(entry, settings),
                Passage.schedule(entry, settings), Passage.oversize(settings), relayDomains(settings));
    }

    private Set<UUID> targetGroups(Entry entry, Settings settings, boolean smtp) {
        Set<UUID> found = new HashSet<>();
        entry.values("msExchDestinationRGDN").forEach(dn -> found.add(groups.at(dn)
                .orElseThrow(() -> new IllegalArgumentException("msExchDestinationRGDN: there is no readable routing group " + dn)).id()));
        if (smtp) {
            settings.texts("connectedGroups", ";").forEach(name -> found.add(named(name).id()));
        } else if (found.size() != 1) {
            throw new IllegalArgumentException("it needs one msExchDestinationRGDN, the routing group that it leads to");
        }
        return found;
    }

    private GroupEntry named(String name) {
        List<GroupEntry> found = new ArrayList<>(byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        groups.at(name).ifPresent(found::add);
        if (found.size() != 1) {
            throw new IllegalArgumentException("connectedGroups: " + found.size() + " readable routing groups are called " + name);
        }
        return found.get(0);
    }

    private List<UUID> targets(Entry entry, Set<UUID> targetGroups) {
        List<Server> targets = bridgeheads(entry, "msExchTargetBridgeheadServersDN", targetGroups);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("it has no target bridgehead");
        }
        return targets.stream().map(Server::id).toList();
    }

    /** By name. None named is well; named ones of which none is there are not, for the others were not meant. */
    private List<Server> bridgeheads(Entry entry, String attribute, Set<UUID> within) {
        List<Server> found = entry.values(attribute).stream().map(servers::atOrAbove).flatMap(Optional::stream)
                .filter(server -> Optional.ofNullable(groupOf.get(server.id())).filter(within::contains).isPresent()).distinct()
                .sorted(Comparator.comparing(Server::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Server::id)).toList();
        if (found.isEmpty() && !entry.values(attribute).isEmpty()) {
            throw new IllegalArgumentException(attribute + " names no server of the routing group: " + String.join("; ", entry.values(attribute)));
        }
        return found;
    }

    private static boolean ofGroupOnly(Settings settings) {
        return settings.text("scope").map(scope -> switch (scope) {
            case "group" -> true;
            case "organization" -> false;
            default -> throw new IllegalArgumentException("scope is \"" + scope + "\", allowed are group and organization");
        }).orElse(false);
    }

    private static Set<String> relayDomains(Settings settings) {
        return settings.texts("relayDomains", ",").stream().map(Domains::pattern).collect(Collectors.toSet());
    }
}
