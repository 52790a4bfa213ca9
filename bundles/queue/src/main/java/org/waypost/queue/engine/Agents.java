package org.waypost.queue.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.waypost.delivery.DeliveryAgent;
import org.waypost.service.Gate;

/** The delivery agents by name, each behind a gate of its own. Any thread. */
public final class Agents {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int WAITING = 10_000;

    private final Map<String, Gate<DeliveryAgent>> gates = new ConcurrentHashMap<>();
    private final Map<String, List<DeliveryAgent>> present = new ConcurrentHashMap<>();
    private final Executor engine;

    public Agents(Executor engine) {
        this.engine = engine;
    }

    /** The one that came last serves. */
    public void bind(String name, DeliveryAgent agent) {
        of(name).add(agent);
        gate(name).bind(agent);
    }

    /** Waits for the agent's deliveries, see {@link Gate#unbind}; another one of its name serves from now. */
    public void unbind(String name, DeliveryAgent agent) {
        of(name).remove(agent);
        of(name).stream().reduce((first, second) -> second).ifPresent(gate(name)::bind);
        gate(name).unbind(agent);
    }

    private List<DeliveryAgent> of(String name) {
        return present.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>());
    }

    Gate<DeliveryAgent> gate(String name) {
        return gates.computeIfAbsent(name, key -> new Gate<>("delivery agent " + key, PATIENCE, WAITING, engine));
    }
}
