package org.waypost.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.Link;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.AddressSpace;
import org.waypost.topology.Connector;
import org.waypost.topology.Connector.Kind;
import org.waypost.topology.Connector.Rules;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Schedule;
import org.waypost.topology.Server;

/** Organizations made by chance, the same for the same seed. Servers are named after their hosts, domains {@code d0.example} and on. */
public final class RandomMaps {
    /** A sender whom some rules refuse. */
    public static final String REFUSED = "cn=refused";
    /** What some connectors take at most, in octets. */
    public static final long LIMIT = 1000;

    private static final Rules SMALL = rules(Set.of(), LIMIT, true);
    private static final Rules CHOOSY = rules(Set.of(REFUSED), Long.MAX_VALUE, true);
    private static final Rules NO_REPORTS = rules(Set.of(), Long.MAX_VALUE, false);

    private final Random random;
    private final Shape shape;
    private List<UUID> groups = List.of();
    private List<List<Server>> servers = List.of();

    /**
     * @param servers in all, at least one in each group
     * @param down how many of a hundred links are down
     * @param odd how many of a hundred connectors have rules, a scope, sources or targets that are gone, or are switched off
     */
    public record Shape(int groups, int servers, int connectors, int spaces, int domains, int down, int odd) {}

    public RandomMaps(long seed, Shape shape) {
        this.random = new Random(seed);
        this.shape = shape;
    }

    public static RandomMaps small(long seed) {
        Random random = new Random(seed);
        int groups = 2 + random.nextInt(5);
        return new RandomMaps(seed, new Shape(groups, groups + random.nextInt(10), 3 * groups, 8, 3, random.nextInt(50), 30));
    }

    public OrganizationMap next() {
        groups = IntStream.range(0, shape.groups()).mapToObj(i -> id()).toList();
        servers = groups.stream().<List<Server>>map(group -> new ArrayList<>()).toList();
        for (int i = 0; i < shape.servers(); i++) {
            servers.get(i < shape.groups() ? i : random.nextInt(shape.groups())).add(server(i));
        }
        List<List<Connector>> connectors = groups.stream().<List<Connector>>map(group -> new ArrayList<>()).toList();
        for (int i = 0; i < shape.connectors(); i++) {
            int from = i < shape.groups() ? i : random.nextInt(shape.groups());
            connectors.get(from).add(connector(i, from));
        }
        Map<UUID, GroupState> states = IntStream.range(0, shape.groups()).mapToObj(i -> state(i, connectors.get(i)))
                .collect(Collectors.toMap(state -> state.group().id(), state -> state));
        return new OrganizationMap(new TreeMap<>(states), "digest");
    }

    /** The same with the links of one group anew. */
    public OrganizationMap changed(OrganizationMap map) {
        GroupState state = oneOf(List.copyOf(map.groups().values()));
        return changed(map, state, down(state.group()));
    }

    /** The same, but that one link is up instead of down or down instead of up. */
    public OrganizationMap withOneLinkChanged(OrganizationMap map) {
        GroupState state = oneOf(List.copyOf(map.groups().values()));
        Connector connector = oneOf(state.group().connectors());
        List<UUID> sources = connector.sources().isEmpty() ? state.group().servers().stream().map(Server::id).toList() : List.copyOf(connector.sources());
        Link link = new Link(connector.id(), oneOf(sources));
        Map<Link, String> down = new TreeMap<>(state.down());
        if (down.remove(link) == null) {
            down.put(link, "no answer");
        }
        return changed(map, state, down);
    }

    private static OrganizationMap changed(OrganizationMap map, GroupState state, Map<Link, String> down) {
        TreeMap<UUID, GroupState> states = new TreeMap<>(map.groups());
        states.put(state.group().id(), state.with(new GroupVersion(1, 1, state.version().minor() + 1, 1), down));
        return new OrganizationMap(states, "changed");
    }

    private GroupState state(int index, List<Connector> connectors) {
        RoutingGroup group = new RoutingGroup(groups.get(index), "group" + index, "cn=group" + index, Optional.empty(), servers.get(index), connectors);
        return GroupState.of(group).with(GroupVersion.UNRULED, down(group));
    }

    private Map<Link, String> down(RoutingGroup group) {
        Map<Link, String> down = new TreeMap<>();
        group.connectors().forEach(connector -> group.servers().stream().filter(server -> isOneOf(shape.down()))
                .forEach(server -> down.put(new Link(connector.id(), server.id()), "no answer")));
        return down;
    }

    private Connector connector(int number, int from) {
        boolean odd = isOneOf(shape.odd());
        int to = random.nextInt(shape.groups());
        Kind kind = random.nextInt(4) == 0 ? Kind.SMTP : Kind.ROUTING_GROUP;
        boolean leads = kind == Kind.ROUTING_GROUP || random.nextInt(4) == 0;
        List<String> smartHosts = kind == Kind.SMTP && random.nextBoolean() ? List.of(leads ? oneOf(servers.get(to)).host() : "smart.host") : List.of();
        boolean out = kind == Kind.SMTP && (!leads || smartHosts.isEmpty());
        return new Connector(id(), "connector" + number, "cn=connector" + number, kind, 1 + random.nextInt(shape.groups() > 10 ? 100 : 4),
                random.nextBoolean() ? Set.of() : some(from, odd), leads ? Set.of(groups.get(to)) : Set.of(),
                kind == Kind.ROUTING_GROUP ? List.copyOf(some(to, odd)) : List.of(), out ? spaces() : List.of(),
                odd && random.nextInt(4) == 0, smartHosts, "", odd ? oneOf(List.of(Rules.NONE, SMALL, CHOOSY, NO_REPORTS)) : Rules.NONE,
                odd && random.nextInt(4) == 0 ? Schedule.NEVER : Schedule.ALWAYS, Optional.empty(), Set.of());
    }

    /** Some servers of a group, or of any group. */
    private Set<UUID> some(int group, boolean odd) {
        List<Server> from = servers.get(odd && random.nextInt(4) == 0 ? random.nextInt(shape.groups()) : group);
        return IntStream.range(0, 1 + random.nextInt(2)).mapToObj(i -> oneOf(from).id()).collect(Collectors.toSet());
    }

    private List<AddressSpace> spaces() {
        int each = 4 * shape.spaces() / shape.connectors();
        return IntStream.range(0, each).mapToObj(i -> new AddressSpace(pattern(), 1 + random.nextInt(shape.groups() > 10 ? 100 : 3))).toList();
    }

    private String pattern() {
        int domain = random.nextInt(shape.domains() + 1);
        return domain == shape.domains() ? "*" : oneOf(List.of("*.", "", "*.sales.")) + "d" + domain + ".example";
    }

    private Server server(int number) {
        String name = "server" + number;
        return new Server(id(), name, "cn=" + name, name, 25, 691, Set.of());
    }

    private static Rules rules(Set<String> refused, long size, boolean system) {
        return new Rules(Set.of(), refused, size, Rules.NONE.priorities(), system, true);
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean isOneOf(int ofHundred) {
        return random.nextInt(100) < ofHundred;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
