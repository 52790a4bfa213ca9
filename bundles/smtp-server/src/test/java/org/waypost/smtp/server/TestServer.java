package org.waypost.smtp.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.waypost.authentication.Authenticator;
import org.waypost.connection.ConnectionInfo;
import org.waypost.linkstate.Membership.Members;
import org.waypost.metrics.LateMeter;
import org.waypost.recipient.RecipientResolver;
import org.waypost.service.Gate;
import org.waypost.smtp.server.authentication.FailureLimits;
import org.waypost.smtp.server.command.ContributedVerbs;
import org.waypost.smtp.server.content.ContentMemory;
import org.waypost.smtp.server.settings.ServerSettings;
import org.waypost.spool.Spool;
import org.waypost.spool.StoredMessage;
import org.waypost.testkit.connection.MemoryConnection;
import org.waypost.testkit.spool.MemorySpool;
import org.waypost.testkit.time.ManualClock;
import org.waypost.tracking.LateTracking;

/** A virtual server with everything it needs, in memory. */
final class TestServer {
    final ManualClock clock = new ManualClock();
    final MemorySpool stored = new MemorySpool(clock);
    final Gate<Authenticator> authenticator = gate("authenticator");
    final Gate<Spool> spool = gate("spool");
    final Gate<RecipientResolver> resolver = gate("recipient resolver");
    final ContributedVerbs verbs = new ContributedVerbs();
    final Events events = new Events();
    final LateTracking tracking = new LateTracking();
    final LateMeter meter = new LateMeter();
    final Users users = new Users();
    final ContentMemory memory = new ContentMemory(64 << 20);
    final SmtpService service = new SmtpService(memory, new FailureLimits(clock));
    final Passwords passwords = new Passwords();
    final VirtualServer server;
    volatile Members members = Members.NONE;

    TestServer(ServerSettings settings) {
        spool.bind(stored);
        resolver.bind(users);
        authenticator.bind(passwords);
        server = another(settings);
    }

    /** As another version of the bundle makes it: nothing but the services is shared. */
    VirtualServer another(ServerSettings settings) {
        return new VirtualServer(settings, new VirtualServer.Services(resolver, authenticator, spool, verbs, () -> members, events, tracking, meter,
                clock), service);
    }

    MemoryConnection connection() {
        return new MemoryConnection(new ConnectionInfo(1, "default", address("127.0.0.1", 2525), address("192.0.2.7", 40_000), true));
    }

    void resolverAway() {
        resolver.unbind(users);
    }

    /** A new client; the greeting has been read. */
    MemoryConnection client() {
        MemoryConnection connection = connection();
        connection.start(server::open);
        connection.take();
        return connection;
    }

    /** A new client over TLS that has said EHLO. */
    MemoryConnection secured() {
        return secured(connection());
    }

    /** The same of a client that shows a certificate with this key. */
    MemoryConnection secured(String key) {
        return secured(connection().showing(key));
    }

    private MemoryConnection secured(MemoryConnection client) {
        client.secured();
        client.start(server::open);
        client.feed("EHLO client.example\r\n");
        client.take();
        return client;
    }

    /** A new client that has said EHLO. */
    MemoryConnection greeted() {
        MemoryConnection client = client();
        client.feed("EHLO client.example\r\n");
        client.take();
        return client;
    }

    List<StoredMessage> messages() {
        return stored.list(Optional.empty(), 1000).toCompletableFuture().join();
    }

    /** As stored, with our Received field. */
    String content(StoredMessage message) {
        StringBuilder text = new StringBuilder();
        ByteBuffer part = read(message, 0);
        while (part.hasRemaining()) {
            text.append(StandardCharsets.ISO_8859_1.decode(part));
            part = read(message, text.length());
        }
        return text.toString();
    }

    /** What the peer sent of it. */
    String sent(StoredMessage message) {
        String content = content(message);
        return content.substring(content.indexOf(" +0000\r\n") + 8);
    }

    private ByteBuffer read(StoredMessage message, long offset) {
        return stored.read(message.message().content(), offset, 1 << 20).toCompletableFuture().join();
    }

    private static <T> Gate<T> gate(String name) {
        return new Gate<>(name, Duration.ofMillis(5), 10, Runnable::run);
    }

    private static InetSocketAddress address(String ip, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(ip), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
