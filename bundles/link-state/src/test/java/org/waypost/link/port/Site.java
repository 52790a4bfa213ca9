package org.waypost.link.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.link.codec.MapCodec;
import org.waypost.link.identity.ServerKeys;
import org.waypost.link.membership.Roster;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.Membership.Identity;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;
import org.waypost.transport.mina.Transport;
import org.waypost.transport.mina.TransportSettings;

/** A server on loopback with the real transport, and keys of its own. */
public final class Site implements AutoCloseable {
    public final Server server;
    public final Identity identity;
    public final Events events = new Events();
    public final Transport transport;
    public final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, Thread::new, new ThreadPoolExecutor.DiscardPolicy());

    public Site(String name, Path folder) throws IOException {
        this(name, folder, new Server(UUID.randomUUID(), name, "cn=" + name + ",dc=example", "127.0.0.1", freePort(), freePort(), Set.of()));
    }

    /** The same server again. */
    public Site(String name, Path folder, Server at) throws IOException {
        identity = new ServerKeys(folder.resolve(name), InstantSource.system(), new SecureRandom()).make(name);
        server = new Server(at.id(), name, at.dn(), at.host(), at.smtpPort(), at.linkStatePort(), Set.of(identity.key()));
        TransportSettings settings = new TransportSettings(Duration.ofSeconds(5), Duration.ZERO, Duration.ofSeconds(5), 2);
        transport = new Transport(1, 2, () -> settings, System::nanoTime, listeners -> { });
    }

    /** An organization of one group. */
    public static OrganizationMap map(Server... servers) {
        return MapCodec.map(List.of(GroupState.of(new RoutingGroup(UUID.nameUUIDFromBytes(new byte[1]), "West", "cn=West,dc=example",
                Optional.of(servers[0].id()), List.of(servers), List.of()))));
    }

    public Roster roster(Server... servers) {
        return Roster.of(Optional.of(identity), map(servers));
    }

    public TlsFiles files() {
        return new TlsFiles(identity.certificate(), identity.privateKey());
    }

    /** Polls until it holds; fails after twenty seconds. */
    public static void eventually(BooleanSupplier condition, String what) throws InterruptedException {
        Object monitor = new Object();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        synchronized (monitor) {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("did not come to hold in time: " + what);
                }
                monitor.wait(10);
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        transport.stop();
        thread.shutdownNow();
    }
}
