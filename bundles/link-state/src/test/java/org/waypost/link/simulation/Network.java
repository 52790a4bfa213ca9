package org.waypost.link.simulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.link.codec.Message;

/** Carries messages late, in any order, or not at all; may fall into parts, of which the directory is in one. */
final class Network {
    private static final UUID DIRECTORY = new UUID(0, 0);

    final VirtualTime time;
    final Random random;
    final Map<UUID, SimulatedServer> servers = new TreeMap<>();
    final Set<UUID> faults = new HashSet<>();
    final long[] counts = new long[Kind.values().length];
    private final Map<UUID, Integer> parts = new HashMap<>();
    private int lossPercent;
    private final int maxDelay;

    /** What goes over it. */
    enum Kind {
        DIGEST,
        VERSIONS,
        WANTED,
        STATE,
        REPORT
    }

    Network(VirtualTime time, Random random, int lossPercent, int maxDelay) {
        this.time = time;
        this.random = random;
        this.lossPercent = lossPercent;
        this.maxDelay = maxDelay;
    }

    int delay() {
        return 1 + random.nextInt(maxDelay);
    }

    void carry(UUID from, UUID to, Message message, Runnable arrival) {
        counts[Kind.valueOf(message.getClass().getSimpleName().toUpperCase(Locale.ROOT)).ordinal()]++;
        if (random.nextInt(100) >= lossPercent) {
            time.after(delay(), () -> {
                if (connects(from, to)) {
                    arrival.run();
                }
            });
        }
    }

    boolean connects(UUID one, UUID other) {
        return parts.getOrDefault(one, 0).equals(parts.getOrDefault(other, 0));
    }

    boolean reachesDirectory(UUID server) {
        return connects(server, DIRECTORY);
    }

    void part(int count) {
        servers.keySet().forEach(server -> parts.put(server, random.nextInt(count)));
        parts.put(DIRECTORY, random.nextInt(count));
    }

    /** No message is lost any more: by bad luck a colleague could be taken for missing at any time. */
    void loseNothing() {
        lossPercent = 0;
    }

    void heal() {
        parts.clear();
    }

    long messages() {
        return Arrays.stream(counts).sum();
    }

    long count(Kind kind) {
        return counts[kind.ordinal()];
    }
}
