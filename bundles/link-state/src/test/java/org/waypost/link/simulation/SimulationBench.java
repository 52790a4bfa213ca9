package org.waypost.link.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Run by {@code bench/linkstate}. */
class SimulationBench {
    private static final int FIRST = Integer.getInteger("linkstate.first", 0);
    private static final int SEEDS = Integer.getInteger("linkstate.seeds", 10_000);

    @Test
    void seeds() {
        List<Duration> taken = new ArrayList<>();
        long messages = 0;
        long states = 0;
        int servers = 0;
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            Simulation simulation = new Simulation(seed, 30);
            try {
                taken.add(simulation.run());
            } catch (AssertionError | RuntimeException e) {
                System.out.println("seed " + seed + " FAILED: " + e.getMessage());
            }
            messages += simulation.network.messages();
            states += simulation.network.count(Network.Kind.STATE);
            servers += simulation.network.servers.size();
        }
        Collections.sort(taken);
        System.out.printf("seeds %d, agreed %d, servers %d, messages %d, of them rows %d; until all agreed: p50 %d s, p95 %d s, most %d s%n", SEEDS,
                taken.size(), servers, messages, states, at(taken, 50), at(taken, 95), at(taken, 100));
    }

    @Test
    void growth() {
        for (String servers : System.getProperty("linkstate.servers", "100,1000").split(",")) {
            new Growth(Integer.parseInt(servers), 1).run();
        }
    }

    private static long at(List<Duration> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)).toSeconds();
    }
}
