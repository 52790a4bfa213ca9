package org.waypost.link.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.waypost.link.participant.Organization;
import org.waypost.link.participant.ParticipantSettings;

/** An organization in groups of {@code linkstate.group} servers, with the intervals of a real one, to see what its size costs. */
final class Growth {
    private static final int GROUP = Integer.getInteger("linkstate.group", 5);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final VirtualTime time = new VirtualTime();
    private final Network network;
    private final SimulatedDirectory directory;
    private final Organization organization = new Organization();
    private final List<String> groups = new ArrayList<>();

    Growth(int servers, long seed) {
        Random random = new Random(seed);
        network = new Network(time, random, 0, 100);
        for (int i = 0; i < servers / GROUP; i++) {
            group(i, random);
        }
        directory = new SimulatedDirectory(organization, network, groups);
        Judge judge = new Judge();
        for (int i = 0; i < groups.size() * GROUP; i++) {
            SimulatedServer server = new SimulatedServer(name(i), network, directory, judge, ParticipantSettings.DEFAULT);
            network.servers.put(server.id, server);
        }
    }

    private record Count(Duration time, long rows, long all) {}

    void run() {
        print("all start at once", () -> network.servers.values().forEach(SimulatedServer::start));
        print("a connector's cost changes", () -> {
            organization.connect("up 1", groups.get(1), "g00000", 77);
            directory.changed();
        });
        print("a server stops", () -> network.servers.get(Organization.id(name(GROUP + 1))).stop());
        print("it starts again", () -> network.servers.get(Organization.id(name(GROUP + 1))).start());
        print("two parts for ten minutes, a change in each", this::part);
    }

    private void part() {
        network.part(2);
        for (int i = 1; i < groups.size(); i += groups.size() / 2) {
            directory.move(groups.get(i), name(i * GROUP + 2));
        }
        time.run(Duration.ofMinutes(10));
        network.heal();
    }

    private void print(String what, Runnable change) {
        String digest = network.servers.values().iterator().next().map().digest();
        change.run();
        Count before = count();
        do {
            time.run(Duration.ofSeconds(1));
        } while ((!agree() || network.servers.values().iterator().next().map().digest().equals(digest)) && time.passed().minus(before.time).compareTo(LONGEST) < 0);
        Count after = count();
        System.out.printf("%d servers, %s: agreed %s after %d s, rows told %d, messages %d%n", network.servers.size(), what, agree(),
                after.time.minus(before.time).toSeconds(), after.rows - before.rows, after.all - before.all);
        time.run(Duration.ofMinutes(2));
    }

    private Count count() {
        return new Count(time.passed(), network.count(Network.Kind.STATE), network.messages());
    }

    private boolean agree() {
        return network.servers.values().stream().filter(SimulatedServer::isAlive).map(server -> server.map().digest()).distinct().count() == 1;
    }

    /** A tree, with a second way out of each group: somewhere. */
    private void group(int number, Random random) {
        String[] names = new String[GROUP];
        for (int i = 0; i < GROUP; i++) {
            names[i] = name(number * GROUP + i);
        }
        String group = String.format("g%05d", number);
        groups.add(group);
        organization.group(group, names);
        if (number > 0) {
            String parent = groups.get(random.nextInt(number));
            organization.connect("up " + number, group, number == 1 ? groups.get(0) : parent, 10);
            organization.connect("down " + number, number == 1 ? groups.get(0) : parent, group, 10);
            organization.connect("across " + number, group, groups.get(random.nextInt(number)), 20);
        }
    }

    private static String name(int number) {
        return String.format("s%05d", number);
    }
}
