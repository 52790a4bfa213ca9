package org.waypost.link.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waypost.link.participant.Organization;
import org.waypost.link.participant.ParticipantSettings;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.Link;
import org.waypost.topology.Connector;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/**
 * An organization made up from a seed, with everything happening to it that can, then left in peace. Its groups form a
 * tree of connectors that stay whole in the end, so that news can go everywhere, and some more that need not.
 */
final class Simulation {
    static final ParticipantSettings SETTINGS = settings(false);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(60);

    final VirtualTime time = new VirtualTime();
    final Judge judge = new Judge();
    final Network network;
    final SimulatedDirectory directory;
    private final Random random;
    private final Organization organization = new Organization();
    private final Map<String, List<String>> groups = new TreeMap<>();
    private final Map<String, String> extra = new TreeMap<>();
    private final boolean takeOver;

    Simulation(long seed, int maxServers) {
        random = new Random(seed);
        takeOver = random.nextBoolean();
        network = new Network(time, random, random.nextInt(10), 10 + random.nextInt(500));
        layOut(2 + random.nextInt(maxServers - 1));
        directory = new SimulatedDirectory(organization, network, groups.keySet());
        groups.values().stream().flatMap(List::stream).forEach(name -> {
            SimulatedServer server = new SimulatedServer(name, network, directory, judge, settings(takeOver));
            network.servers.put(server.id, server);
        });
    }

    /** Intervals an order of magnitude below the defaults, so that much happens in little time. */
    static ParticipantSettings settings(boolean takeOver) {
        return new ParticipantSettings(Duration.ofSeconds(5), 2, Duration.ofSeconds(10), Duration.ofSeconds(30), false, Duration.ofSeconds(5),
                takeOver, Duration.ofSeconds(20));
    }

    /** @return how long it took from the last change until all was as it should be, and stayed so */
    Duration run() {
        network.servers.values().forEach(server -> server.start());
        for (int i = 5 + random.nextInt(20); i > 0; i--) {
            time.run(Duration.ofMillis(random.nextInt(10_000)));
            disturb();
        }
        settle();
        Duration healed = time.passed();
        while (!isRight()) {
            if (time.passed().minus(healed).compareTo(LONGEST) > 0) {
                throw new AssertionError("no agreement:\n" + difference() + "\n" + judge.lastEvents());
            }
            time.run(Duration.ofSeconds(1));
        }
        Duration taken = time.passed().minus(healed);
        network.loseNothing();
        time.run(QUIET);
        long told = network.count(Network.Kind.STATE) + network.count(Network.Kind.REPORT);
        time.run(QUIET);
        assertEquals("", difference(), "it did not stay so");
        assertEquals(told, network.count(Network.Kind.STATE) + network.count(Network.Kind.REPORT),
                () -> "they do not come to rest:\n" + judge.lastEvents());
        assertEquals(List.of(), judge.refusals());
        return taken;
    }

    private void layOut(int servers) {
        int count = 1 + random.nextInt(Math.min(servers, 8));
        for (int i = 0; i < count; i++) {
            int first = i * servers / count;
            int next = (i + 1) * servers / count;
            List<String> names = new ArrayList<>();
            for (int server = first; server < next; server++) {
                names.add(String.format("s%04d", server));
            }
            groups.put("g" + i, names);
            organization.group("g" + i, names.toArray(String[]::new));
        }
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                String parent = "g" + random.nextInt(i);
                organization.connect("tree " + i, "g" + i, parent, 10);
                organization.connect("tree back " + i, parent, "g" + i, 10);
            }
            organization.smartHost("host " + i, "g" + i);
            extra.put("host " + i, "g" + i);
            int other = random.nextInt(count);
            if (other != i) {
                organization.connect("extra " + i, "g" + i, "g" + other, 10);
                extra.put("extra " + i, "g" + i);
            }
        }
    }

    private void disturb() {
        SimulatedServer server = any(List.copyOf(network.servers.values()));
        switch (random.nextInt(10)) {
            case 0 -> network.part(2 + random.nextInt(2));
            case 1 -> network.heal();
            case 2 -> server.freeze();
            case 3 -> server.thaw();
            case 4 -> stop(server);
            case 5 -> start(server);
            case 6 -> configure();
            case 7 -> directory.move(group(server), server.name);
            default -> fault(any(List.copyOf(extra.keySet())));
        }
    }

    /** The last changes: all is whole again but for some connectors and, in groups of several servers, one server. */
    private void settle() {
        network.heal();
        network.servers.values().forEach(SimulatedServer::thaw);
        network.servers.values().forEach(this::start);
        configure();
        groups.forEach((group, names) -> {
            if (names.size() > 1 && random.nextBoolean()) {
                stop(network.servers.get(Organization.id(any(names))));
                List<String> alive = names.stream().filter(name -> network.servers.get(Organization.id(name)).isAlive()).toList();
                if (!takeOver) {
                    directory.move(group, any(alive));
                }
            }
        });
        extra.keySet().forEach(connector -> {
            if (random.nextInt(3) == 0) {
                fault(connector);
            }
        });
    }

    private void configure() {
        String extraConnector = any(List.copyOf(extra.keySet()));
        if (extraConnector.startsWith("extra")) {
            RoutingGroup group = organization.routingGroup(extra.get(extraConnector));
            Connector known = group.connectors().stream().filter(connector -> connector.name().equals(extraConnector)).findFirst().orElseThrow();
            String target = groups.keySet().stream().filter(name -> known.targetGroups().contains(Organization.id(name))).findFirst().orElseThrow();
            organization.connect(extraConnector, group.name(), target, 1 + random.nextInt(100));
            directory.changed();
        }
    }

    private void fault(String connector) {
        UUID id = Organization.id(connector);
        if (!network.faults.remove(id)) {
            network.faults.add(id);
        }
    }

    private static void stop(SimulatedServer server) {
        if (server.isAlive()) {
            server.stop();
        }
    }

    private void start(SimulatedServer server) {
        if (!server.isAlive()) {
            server.start();
        }
    }

    private String group(SimulatedServer server) {
        return groups.entrySet().stream().filter(entry -> entry.getValue().contains(server.name)).findFirst().orElseThrow().getKey();
    }

    private boolean isRight() {
        return difference().isEmpty();
    }

    /** Compares with the directory and with what works: in other words than the participant does. @return empty if all is right */
    private String difference() {
        List<SimulatedServer> alive = network.servers.values().stream().filter(SimulatedServer::isAlive).toList();
        Set<String> digests = alive.stream().map(server -> server.map().digest()).collect(Collectors.toSet());
        if (digests.size() > 1) {
            return alive.stream().map(server -> server.name + " " + server.map().groups().values().stream()
                    .map(state -> state.group().name() + "=" + state.version()).toList()).collect(Collectors.joining("\n"));
        }
        for (RoutingGroup group : directory.topology().groups()) {
            GroupState state = alive.get(0).map().groups().get(group.id());
            if (state == null) {
                return group.name() + " is not known";
            }
            Set<UUID> absent = new HashSet<>();
            group.servers().stream().map(Server::id).filter(id -> !network.servers.get(id).isAlive()).forEach(absent::add);
            Set<Link> down = down(group, absent);
            Set<Link> told = new HashSet<>(state.down().keySet());
            told.removeIf(link -> absent.contains(link.bridgehead()));
            if (!state.group().equals(group) || !state.absent().equals(absent) || !told.equals(down)
                    || !state.ruler().equals(group.master()) || state.version().term() != organization.term(group.id())) {
                return group.name() + " is " + state + "\nbut absent are " + absent + ", down " + down + ", and the directory has " + group;
            }
        }
        return "";
    }

    private Set<Link> down(RoutingGroup group, Set<UUID> absent) {
        Set<Link> down = new HashSet<>();
        for (Connector connector : group.connectors()) {
            boolean leaf = connector.targetGroups().stream().anyMatch(target -> neighbours(target) == 1 || neighbours(group.id()) == 1);
            if (network.faults.contains(connector.id()) && !leaf) {
                group.servers().stream().filter(server -> !absent.contains(server.id())).forEach(server -> down.add(new Link(connector.id(), server.id())));
            }
        }
        return down;
    }

    private long neighbours(UUID group) {
        Set<UUID> neighbours = new HashSet<>();
        directory.topology().groups().forEach(other -> other.connectors().forEach(connector -> {
            if (other.id().equals(group)) {
                neighbours.addAll(connector.targetGroups());
            } else if (connector.targetGroups().contains(group)) {
                neighbours.add(other.id());
            }
        }));
        return neighbours.size();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
