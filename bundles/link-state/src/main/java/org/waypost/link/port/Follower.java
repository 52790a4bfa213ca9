package org.waypost.link.port;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.waypost.connection.Connection;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.connection.Outgoing;
import org.waypost.connection.Want;
import org.waypost.linkstate.Membership;
import org.waypost.service.Gate;
import org.waypost.topology.Server;

/**
 * Keeps up this server's connection with its master: tries again after 1, 2, 4, 8 and then each 15 seconds. Everything
 * happens in the thread that it is given.
 */
public final class Follower {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int FIRST_SECONDS = 1;
    private static final int LONGEST_SECONDS = 15;

    private final Gate<Outgoing> outgoing;
    private final Hosts hosts;
    private final Talks talks;
    private final ScheduledExecutorService thread;
    private Optional<Server> master = Optional.empty();
    private Optional<Talk> talk = Optional.empty();
    private int seconds = FIRST_SECONDS;
    /** Counts turns, so that what comes late of an earlier one is known as such. */
    private long turn;

    public Follower(Gate<Outgoing> outgoing, Hosts hosts, Talks talks, ScheduledExecutorService thread) {
        this.outgoing = outgoing;
        this.hosts = hosts;
        this.talks = talks;
        this.thread = thread;
    }

    /** Nothing happens if it is the same server at the same place and keys. @param next empty: none */
    public void follow(Optional<Server> next) {
        if (next.equals(master)) {
            return;
        }
        leave();
        master = next;
        seconds = FIRST_SECONDS;
        next.ifPresent(server -> begin(server, ++turn));
    }

    private void leave() {
        turn++;
        talk.ifPresent(Talk::leave);
        talk = Optional.empty();
    }

    private void begin(Server server, long mine) {
        Set<String> keys = talks.roster().members().keys(server.name());
        Optional<TlsFiles> own = talks.roster().own();
        if (keys.isEmpty()) {
            // An empty set would mean that any key will do.
            failed(server, mine, server.name() + " has not joined: it needs server:join");
        } else if (own.isEmpty()) {
            failed(server, mine, "this server has not joined: it needs server:join");
        } else {
            Want.ClientTls tls = new Want.ClientTls(Membership.SERVER_NAME, true, own, keys);
            hosts.addresses(server.host()).exceptionally(failure -> new Hosts.Found(List.of(), String.valueOf(failure.getMessage())))
                    .thenAccept(found -> turn(mine, () -> connect(server, mine, tls, new ArrayDeque<>(found.addresses()), found.reason())));
        }
    }

    private void connect(Server server, long mine, Want.ClientTls tls, Queue<InetAddress> addresses, String reason) {
        InetAddress address = addresses.poll();
        if (address == null) {
            failed(server, mine, reason);
            return;
        }
        Outgoing.Destination destination = new Outgoing.Destination(server.name(),
                new InetSocketAddress(address, server.linkStatePort()), Optional.empty(), CONNECT);
        outgoing.call(transport -> transport.connect(destination)).whenComplete((result, failure) -> {
            if (result instanceof Outgoing.Result.Connected connected) {
                attach(server, mine, tls, connected.connection());
            } else {
                String why = result instanceof Outgoing.Result.Failed failed ? failed.reason() : String.valueOf(failure.getMessage());
                turn(mine, () -> connect(server, mine, tls, addresses, why));
            }
        });
    }

    private void attach(Server server, long mine, Want.ClientTls tls, Connection connection) {
        thread.execute(() -> {
            if (mine == turn) {
                Talk next = Talk.outgoing(connection, talks, tls, reason -> turn(mine, () -> ended(server, mine, reason)));
                talk = Optional.of(next);
                connection.attach(next);
            } else {
                connection.abort();
            }
        });
    }

    private void ended(Server server, long mine, String reason) {
        boolean stood = talk.map(Talk::stood).orElse(false);
        talk = Optional.empty();
        if (stood) {
            seconds = FIRST_SECONDS;
            again(server, mine);
        } else {
            failed(server, mine, reason);
        }
    }

    private void failed(Server server, long mine, String reason) {
        talks.desk().disconnected(server.id(), reason);
        again(server, mine);
    }

    private void again(Server server, long mine) {
        thread.schedule(() -> turn(mine, () -> begin(server, mine)), seconds, TimeUnit.SECONDS);
        seconds = Math.min(2 * seconds, LONGEST_SECONDS);
    }

    private void turn(long mine, Runnable work) {
        thread.execute(() -> {
            if (mine == turn) {
                work.run();
            }
        });
    }
}
