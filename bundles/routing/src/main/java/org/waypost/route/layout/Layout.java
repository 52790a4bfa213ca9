package org.waypost.route.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.Connector;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/** The sites of an organization and what leads from one to another. What points to nothing leads nowhere. */
public final class Layout {
    private final List<RoutingGroup> groups;
    private final Map<UUID, Integer> siteByGroup;
    private final Map<UUID, Member> byId = new HashMap<>();
    private final Map<String, Member> byName = new HashMap<>();
    private final List<Site> sites;
    private final SpaceIndex spaces;
    private final Set<String> ruleNames;

    private Layout(List<RoutingGroup> groups) {
        this.groups = groups;
        this.siteByGroup = IntStream.range(0, groups.size()).boxed().collect(Collectors.toMap(i -> groups.get(i).id(), i -> i));
        IntStream.range(0, groups.size()).forEach(i -> groups.get(i).servers().forEach(server -> add(new Member(server, i))));
        this.sites = IntStream.range(0, groups.size()).mapToObj(this::toSite).toList();
        this.spaces = new SpaceIndex(sites);
        this.ruleNames = groups.stream().flatMap(group -> group.connectors().stream()).map(Connector::rules)
                .flatMap(rules -> Stream.concat(rules.allowed().stream(), rules.refused().stream())).collect(Collectors.toUnmodifiableSet());
    }

    public static Layout of(OrganizationMap map) {
        return new Layout(groups(map));
    }

    /** Whether a map differs in nothing but versions and link states. */
    public boolean fits(OrganizationMap map) {
        return groups.equals(groups(map));
    }

    public List<Site> sites() {
        return sites;
    }

    public Site site(int index) {
        return sites.get(index);
    }

    public SpaceIndex spaces() {
        return spaces;
    }

    /** The DNs of persons and groups that connectors' rules name. */
    public Set<String> ruleNames() {
        return ruleNames;
    }

    /** By name, without regard to case. */
    public Optional<Member> member(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    public Optional<Member> member(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The target bridgeheads of a routing group connector that are where it leads to, in the order they are named. */
    public List<Server> targets(Connector connector) {
        return connector.targets().stream().map(byId::get).filter(target -> target != null && leadsTo(connector, target))
                .map(Member::server).toList();
    }

    private boolean leadsTo(Connector connector, Member target) {
        return connector.targetGroups().contains(groups.get(target.site()).id());
    }

    private void add(Member member) {
        byId.put(member.server().id(), member);
        byName.put(member.server().name().toLowerCase(Locale.ROOT), member);
    }

    private Site toSite(int index) {
        RoutingGroup group = groups.get(index);
        Set<UUID> members = group.servers().stream().map(Server::id).collect(Collectors.toUnmodifiableSet());
        List<Way> ways = new ArrayList<>();
        for (Connector connector : group.connectors()) {
            ways.add(new Way(index, ways.size(), connector, sources(connector, members)));
        }
        return new Site(index, group, members, ways, ways.stream().flatMap(way -> edges(way).stream()).toList());
    }

    private static Set<UUID> sources(Connector connector, Set<UUID> members) {
        if (connector.sources().isEmpty()) {
            return members;
        }
        return members.containsAll(connector.sources()) ? connector.sources()
                : connector.sources().stream().filter(members::contains).collect(Collectors.toUnmodifiableSet());
    }

    private List<Edge> edges(Way way) {
        Connector connector = way.connector();
        if (connector.kind() == Connector.Kind.ROUTING_GROUP && targets(connector).isEmpty()) {
            return List.of();
        }
        return connector.targetGroups().stream().map(siteByGroup::get).filter(to -> to != null && to != way.site() && connector.cost() > 0)
                .map(to -> new Edge(way, way.site(), to)).toList();
    }

    private static List<RoutingGroup> groups(OrganizationMap map) {
        return map.groups().values().stream().map(GroupState::group).toList();
    }
}
