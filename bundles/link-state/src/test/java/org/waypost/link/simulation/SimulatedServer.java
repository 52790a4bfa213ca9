package org.waypost.link.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.link.codec.Message;
import org.waypost.link.participant.Organization;
import org.waypost.link.participant.Participant;
import org.waypost.link.participant.Participant.Greeted;
import org.waypost.link.participant.ParticipantSettings;
import org.waypost.link.participant.Surroundings;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.mail.Recipient;
import org.waypost.topology.Connector;
import org.waypost.topology.Server;

/** A process with a participant in it, its connections and its disk. May be stopped, started again, frozen. */
final class SimulatedServer implements Surroundings {
    private static final int RECONNECT = 2_000;
    private static final int TICK = 1_000;

    final String name;
    final UUID id;
    private final Network network;
    private final SimulatedDirectory directory;
    private final Judge judge;
    private final ParticipantSettings settings;
    private final Map<UUID, Object> connections = new HashMap<>();
    private final List<Consumer<Participant>> waiting = new ArrayList<>();
    private Participant participant;
    private Optional<Server> followed = Optional.empty();
    private OrganizationMap disk = OrganizationMap.EMPTY;
    private boolean alive;
    private boolean frozen;
    private int life;

    SimulatedServer(String name, Network network, SimulatedDirectory directory, Judge judge, ParticipantSettings settings) {
        this.name = name;
        this.id = Organization.id(name);
        this.network = network;
        this.directory = directory;
        this.judge = judge;
        this.settings = settings;
    }

    boolean isAlive() {
        return alive;
    }

    OrganizationMap map() {
        return disk;
    }

    void start() {
        alive = true;
        frozen = false;
        life++;
        participant = new Participant(name, settings, network.time, this);
        participant.kept(disk);
        directory.notice(this);
        tick(life);
        reconnect(life);
    }

    void stop() {
        alive = false;
        waiting.clear();
        followed = Optional.empty();
        List.copyOf(connections.keySet()).forEach(this::close);
    }

    void freeze() {
        frozen = alive;
    }

    void thaw() {
        frozen = false;
        List<Consumer<Participant>> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(this::run);
    }

    /** In the server's thread: at once, after it was frozen, or never. */
    void run(Consumer<Participant> action) {
        if (alive && frozen) {
            waiting.add(action);
        } else if (alive) {
            action.accept(participant);
        }
    }

    void later(int millis, Consumer<Participant> action) {
        int now = life;
        network.time.after(millis, () -> {
            if (life == now) {
                run(action);
            }
        });
    }

    @Override
    public void follow(Optional<Server> master) {
        if (!master.map(Server::id).equals(followed.map(Server::id))) {
            followed.map(Server::id).ifPresent(this::close);
            // what is left of a connection that it made as a member is none to follow it by
            master.map(Server::id).ifPresent(this::close);
        }
        followed = master;
    }

    @Override
    public void send(UUID server, Message message) {
        Object connection = connections.get(server);
        SimulatedServer peer = network.servers.get(server);
        if (connection != null) {
            network.carry(id, server, message, () -> peer.take(this, connection, message));
        }
    }

    @Override
    public void greet(Connector connector, List<Server> targets) {
        if (connector.kind() == Connector.Kind.SMTP) {
            outcome(connector, !network.faults.contains(connector.id()), Optional.empty());
            return;
        }
        Optional<SimulatedServer> target = network.faults.contains(connector.id()) ? Optional.empty()
                : targets.stream().map(server -> network.servers.get(server.id())).filter(this::reaches).findFirst();
        target.ifPresent(peer -> exchange(peer, participant.opening()));
        outcome(connector, target.isPresent(), target.map(peer -> peer.id));
    }

    @Override
    public void claim(UUID group, long after) {
        directory.claim(this, group, after);
    }

    @Override
    public void publish(OrganizationMap map) {
        judge.published(name, disk, map);
        disk = map;
    }

    @Override
    public EventLog events() {
        return new EventLog() {
            @Override
            public void report(EventType type, Object... parameters) {
                judge.event(name, type, parameters);
            }

            @Override
            public void outcome(org.waypost.mail.Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {}
        };
    }

    private void outcome(Connector connector, boolean reached, Optional<UUID> bridgehead) {
        Greeted outcome = reached ? new Greeted.Reached(bridgehead) : new Greeted.Failed("no answer");
        later(4 * network.delay(), mine -> mine.greeted(connector.id(), outcome));
    }

    /** One side's message over a connection between bridgeheads, and all that answers it. */
    private void exchange(SimulatedServer peer, Message message) {
        network.carry(id, peer.id, message, () -> peer.run(theirs -> theirs.received(id, message).forEach(answer -> peer.exchange(this, answer))));
    }

    private boolean reaches(SimulatedServer peer) {
        return peer.alive && !peer.frozen && network.connects(id, peer.id);
    }

    private void tick(int now) {
        network.time.after(TICK, () -> {
            if (alive && life == now) {
                if (!frozen) {
                    participant.tick();
                }
                tick(now);
            }
        });
    }

    private void reconnect(int now) {
        network.time.after(1 + network.random.nextInt(RECONNECT), () -> {
            if (alive && life == now) {
                followed.filter(master -> !frozen && !connections.containsKey(master.id())).map(master -> network.servers.get(master.id()))
                        .filter(this::reaches).ifPresent(this::connect);
                reconnect(now);
            }
        });
    }

    private void connect(SimulatedServer peer) {
        Object connection = new Object();
        List.of(this, peer).forEach(end -> {
            SimulatedServer other = end == this ? peer : this;
            end.connections.put(other.id, connection);
            end.run(mine -> mine.connected(other.id).forEach(message -> end.send(other.id, message)));
        });
    }

    private void take(SimulatedServer from, Object connection, Message message) {
        if (connections.get(from.id) == connection) {
            run(mine -> mine.received(from.id, message).forEach(answer -> send(from.id, answer)));
        }
    }

    private void close(UUID server) {
        Object connection = connections.remove(server);
        SimulatedServer peer = network.servers.get(server);
        if (connection != null) {
            network.time.after(network.delay(), () -> {
                if (network.connects(id, server) && peer.connections.remove(id, connection)) {
                    peer.run(theirs -> theirs.disconnected(id, "closed"));
                }
            });
        }
    }
}
