package org.waypost.link.codec;

import java.util.BitSet;
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
import org.waypost.topology.AddressSpace;
import org.waypost.topology.Connector;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Schedule;
import org.waypost.topology.Server;

/** States of groups made up from a seed, with all that the form must carry. */
public final class States {
    private static final String[] NAMES = {"", "Bonn", "a b", "\"quoted\\\"", "line\r\nbreak", "Köln", "\ud83d\udce8", "\ud800", "(x)"};

    private final Random random;

    public States(long seed) {
        random = new Random(seed);
    }

    public GroupState next() {
        List<Server> servers = IntStream.range(0, 1 + random.nextInt(4)).mapToObj(i -> server()).toList();
        List<Connector> connectors = IntStream.range(0, random.nextInt(4)).mapToObj(i -> connector(servers)).toList();
        RoutingGroup group = new RoutingGroup(id(), name(), name(), random.nextBoolean() ? Optional.of(servers.get(0).id()) : Optional.empty(),
                servers, connectors);
        Map<Link, String> down = connectors.stream().filter(connector -> random.nextBoolean())
                .collect(Collectors.toMap(connector -> new Link(connector.id(), servers.get(0).id()), connector -> name()));
        return new GroupState(group, new GroupVersion(random.nextInt(9) + 1, random.nextInt(9), random.nextInt(9), random.nextInt(9)),
                Optional.of(servers.get(0).id()), random.nextBoolean() ? Set.of(servers.get(0).id()) : Set.of(), new TreeMap<>(down));
    }

    private Server server() {
        return new Server(id(), name(), name(), name(), 1 + random.nextInt(65_535), 691, Set.of("ab" + random.nextInt(9), "cd"));
    }

    private Connector connector(List<Server> servers) {
        BitSet open = BitSet.valueOf(new long[] {random.nextLong()});
        return new Connector(id(), name(), name(), random.nextBoolean() ? Connector.Kind.SMTP : Connector.Kind.ROUTING_GROUP,
                1 + random.nextInt(100), Set.of(servers.get(0).id(), id()), Set.of(id(), id()), List.of(id(), id()),
                List.of(new AddressSpace("*.example.com", 7), new AddressSpace("*", 100)), random.nextBoolean(),
                List.of("mx:example.net:25", "[192.0.2.1]"), name(),
                new Connector.Rules(Set.of(name()), Set.of(name()), random.nextLong() >>> 1, Set.of(Connector.Priority.LOW, Connector.Priority.HIGH),
                        random.nextBoolean(), random.nextBoolean()),
                random.nextBoolean() ? Schedule.of(open) : Schedule.NEVER,
                random.nextBoolean() ? Optional.of(new Connector.Oversize(1_024, Schedule.of(open))) : Optional.empty(), Set.of("example.org", "b"));
    }

    private String name() {
        return NAMES[random.nextInt(NAMES.length)];
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
