package org.waypost.link.participant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waypost.link.LinkStateEvent;
import org.waypost.topology.Server;

/** A member's contact with its master. */
final class MasterContact {
    /** So many intervals without a word and a contact counts as gone. */
    static final int PATIENCE = 3;

    private final Surroundings surroundings;
    private Optional<Server> master = Optional.empty();
    private boolean connected;
    private boolean reported;
    private Instant heard = Instant.MIN;
    private Instant sent = Instant.MIN;
    private String reason = "";

    MasterContact(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** @param now when the search for it begins, if it is another than before */
    void follow(Optional<Server> now, Instant time) {
        if (heard.equals(Instant.MIN)) {
            heard = time;
        }
        if (now.equals(master)) {
            return;
        }
        boolean same = now.map(Server::id).equals(master.map(Server::id));
        master = now;
        connected = false;
        if (!same) {
            heard = time;
            reported = false;
            reason = "no connection yet";
        }
        surroundings.follow(now);
    }

    boolean is(UUID server) {
        return master.filter(known -> known.id().equals(server)).isPresent();
    }

    void connected(Instant now) {
        connected = true;
        sent = now;
        heard(now);
    }

    void disconnected(String why) {
        connected = false;
        reason = why;
    }

    void heard(Instant now) {
        heard = now;
        if (reported) {
            reported = false;
            surroundings.events().report(LinkStateEvent.MASTER_BACK, master.map(Server::name).orElse(""));
        }
    }

    /** This server itself stood still for that long: nobody else can be blamed for the silence. */
    void stoodStill(Duration time) {
        heard = heard.plus(time);
    }

    /** Where to send to; empty without a connection. */
    Optional<UUID> connection() {
        return connected ? master.map(Server::id) : Optional.empty();
    }

    boolean isGone(Instant now, Duration after) {
        return !now.isBefore(heard.plus(after));
    }

    /** What is due. @return whether to give the master a sign of life */
    boolean tick(Instant now, Duration keepAlive) {
        if (master.isPresent() && isGone(now, keepAlive.multipliedBy(PATIENCE))) {
            lost(keepAlive.multipliedBy(PATIENCE));
        }
        boolean due = connected && !now.isBefore(sent.plus(keepAlive));
        sent = due ? now : sent;
        return due;
    }

    private void lost(Duration silence) {
        if (connected) {
            disconnected("no word for " + silence.toSeconds() + " s");
            // a connection that looks alive but is not would never be made anew
            surroundings.follow(Optional.empty());
            surroundings.follow(master);
        }
        if (!reported) {
            reported = true;
            surroundings.events().report(LinkStateEvent.MASTER_GONE, master.orElseThrow().name(), reason);
        }
    }
}
