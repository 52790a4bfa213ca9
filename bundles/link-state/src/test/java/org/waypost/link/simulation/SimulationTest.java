package org.waypost.link.simulation;

import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int SEEDS = 200;

    @Test
    void whateverHappensAllAgreeInTheEnd() {
        for (int seed = 0; seed < SEEDS; seed++) {
            run(seed);
        }
    }

    private static void run(int seed) {
        try {
            new Simulation(seed, seed % 10 == 0 ? 30 : 10).run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
