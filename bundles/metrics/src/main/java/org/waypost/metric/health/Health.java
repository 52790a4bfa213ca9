package org.waypost.metric.health;

import java.util.Comparator;
import java.util.List;

/**
 * The state of the server.
 *
 * @param problems the worst first
 * @param ready whether mail can be taken: a load balancer may send connections
 */
public record Health(List<HealthProblem> problems, boolean ready) {
    public Health {
        problems = problems.stream().sorted(Comparator.comparing(HealthProblem::level).reversed()).toList();
    }

    public Level status() {
        return problems.stream().map(HealthProblem::level).max(Comparator.naturalOrder()).orElse(Level.GREEN);
    }
}
