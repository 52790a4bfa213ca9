package org.waypost.link.port;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.waypost.event.EventLog;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.codec.Message;
import org.waypost.link.membership.Roster;
import org.waypost.topology.Server;

/** The persistent connections that stand, at most one with each server: a newer one takes the older one's place. Any thread. */
public final class Talks {
    private final Desk desk;
    private final Supplier<Roster> roster;
    private final Supplier<Duration> silence;
    private final EventLog events;
    private final Strangers strangers;
    private final Map<UUID, Talk> standing = new ConcurrentHashMap<>();

    /** @param silence how long a peer may say nothing */
    public Talks(Desk desk, Supplier<Roster> roster, Supplier<Duration> silence, EventLog events, Strangers strangers) {
        this.desk = desk;
        this.roster = roster;
        this.silence = silence;
        this.events = events;
        this.strangers = strangers;
    }

    /** Dropped if there is no connection with that server. */
    public void send(UUID server, Message message) {
        Talk talk = standing.get(server);
        if (talk != null) {
            talk.send(List.of(message));
        }
    }

    /** Ends them all; nobody is told. */
    public void close() {
        standing.values().forEach(Talk::leave);
    }

    Desk desk() {
        return desk;
    }

    Roster roster() {
        return roster.get();
    }

    Duration silence() {
        return silence.get();
    }

    Optional<Server> server(Optional<String> key) {
        return roster.get().server(key);
    }

    void stranger(InetAddress address) {
        strangers.refused(address.getHostAddress());
    }

    void refused(Server peer, String reason) {
        events.report(LinkStateEvent.REFUSED_STATE, peer.name(), reason);
    }

    void stands(Server peer, Talk talk) {
        Talk before = standing.put(peer.id(), talk);
        if (before != null && before != talk) {
            before.leave();
        }
    }

    /** @param reason for people */
    void gone(Server peer, Talk talk, String reason) {
        if (standing.remove(peer.id(), talk)) {
            desk.disconnected(peer.id(), reason);
        }
    }

    /** It goes on elsewhere: nobody is told. */
    void left(Server peer, Talk talk) {
        standing.remove(peer.id(), talk);
    }
}
