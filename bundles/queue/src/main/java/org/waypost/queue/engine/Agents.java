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

    /**
     * Another one of its name serves from now. The agent's deliveries in flight complete by themselves, as
     * their contract says: to give up on them here would repeat what the next hop has taken.
     */
    public void unbind(String name, DeliveryAgent agent) {
        of(name).remove(agent);
        of(name).stream().reduce((first, second) -> second).ifPresent(gate(name)::bind);
        gate(name).release(agent);
    }

    /** See {@link Gate#shut}. */
    void shut() {
        gates.values().forEach(Gate::shut);
    }

    private List<DeliveryAgent> of(String name) {
        return present.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>());
    }

    Gate<DeliveryAgent> gate(String name) {
        return gates.computeIfAbsent(name, key -> new Gate<>("delivery agent " + key, PATIENCE, WAITING, engine));
    }
}
