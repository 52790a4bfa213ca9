package org.waypost.link.simulation;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.waypost.link.participant.Organization;
import org.waypost.link.topology.Topology;

/** The one directory: writes a term only if it is the next, and tells everybody of changes some time later. */
final class SimulatedDirectory {
    private static final int MAX_NOTICE = 2_000;

    final Organization organization;
    private final Network network;
    private final Map<String, UUID> granted = new HashMap<>();
    private final Map<UUID, String> groups = new HashMap<>();
    private Topology topology;

    SimulatedDirectory(Organization organization, Network network, Iterable<String> groupNames) {
        this.organization = organization;
        this.network = network;
        groupNames.forEach(name -> groups.put(Organization.id(name), name));
        topology = organization.topology();
    }

    Topology topology() {
        return topology;
    }

    void changed() {
        topology = organization.topology();
        network.servers.values().forEach(this::notice);
    }

    /** Tells a server when it can be reached. */
    void notice(SimulatedServer server) {
        network.time.after(1 + network.random.nextInt(MAX_NOTICE), () -> {
            if (network.reachesDirectory(server.id)) {
                server.run(participant -> participant.topology(topology));
            } else {
                notice(server);
            }
        });
    }

    void claim(SimulatedServer server, UUID group, long after) {
        network.time.after(network.delay(), () -> {
            if (!network.reachesDirectory(server.id)) {
                server.run(participant -> participant.denied(group, "no contact with the directory"));
            } else if (organization.term(group) != after) {
                server.run(participant -> participant.denied(group, "somebody else was first"));
            } else {
                organization.master(groups.get(group), server.name, after + 1);
                assertNull(granted.put(group + " " + (after + 1), server.id), "a term twice");
                server.later(network.delay(), participant -> participant.granted(group, after + 1));
                changed();
            }
        });
    }

    /** As an administrator does it. */
    void move(String group, String server) {
        organization.master(group, server, organization.term(Organization.id(group)) + 1);
        changed();
    }
}
