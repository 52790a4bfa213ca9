package org.waypost.transport.mina.outgoing;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.mina.core.future.ConnectFuture;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.transport.socket.nio.NioSocketConnector;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.ConnectionInfo;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.Outgoing;
import org.waypost.connection.Want;
import org.waypost.transport.mina.TransportSettings;
import org.waypost.transport.mina.connection.Channel;
import org.waypost.transport.mina.connection.ChannelHandler;
import org.waypost.transport.mina.connection.Machinery;
import org.waypost.transport.mina.connection.Owner;
import org.waypost.transport.mina.connection.Sockets;
import org.waypost.transport.mina.tls.ClientContexts;
import org.waypost.transport.mina.tls.TlsFilter;

/** The connecting side. */
public final class OutgoingConnections implements Outgoing, Owner {
    private static final AttributeKey NAME = new AttributeKey(OutgoingConnections.class, "name");
    /** Whoever asked for a connection may have gone meanwhile. */
    private static final Duration ATTACH_PATIENCE = Duration.ofSeconds(30);

    private final Machinery machinery;
    private final Supplier<TransportSettings> settings;
    private final LongSupplier nanoTime;
    private final ClientContexts tls = ClientContexts.create();
    private final ParkedConnections pool = new ParkedConnections();
    private final Set<Channel> channels = ConcurrentHashMap.newKeySet();
    private final NioSocketConnector connector;

    /** @param nanoTime a monotonic clock */
    public OutgoingConnections(Machinery machinery, Supplier<TransportSettings> settings, LongSupplier nanoTime) {
        this.machinery = machinery;
        this.settings = settings;
        this.nanoTime = nanoTime;
        connector = new NioSocketConnector(machinery.ioThreads(), machinery.processors());
        Sockets.configure(connector.getSessionConfig());
        connector.setHandler(new ChannelHandler(this::admit));
    }

    @Override
    public CompletionStage<Result> connect(Destination destination) {
        CompletableFuture<Result> result = new CompletableFuture<>();
        // In a thread of ours, as MINA may start its own from the caller's.
        machinery.workers().execute(() -> start(destination, result));
        return result;
    }

    private void start(Destination destination, CompletableFuture<Result> result) {
        try {
            InetSocketAddress source = destination.source().map(address -> new InetSocketAddress(address, 0)).orElse(null);
            ConnectFuture future;
            synchronized (connector) {
                // The connector's limit is read when the attempt begins.
                connector.setConnectTimeoutMillis(destination.timeout().toMillis());
                future = connector.connect(destination.address(), source,
                        (session, itsFuture) -> session.setAttribute(NAME, destination.name()));
            }
            future.addListener(done -> result.complete(outcome(destination, future)));
        } catch (RuntimeException e) {
            result.complete(new Result.Failed(failure(destination, e)));
        }
    }

    private static Result outcome(Destination destination, ConnectFuture future) {
        if (!future.isConnected()) {
            return new Result.Failed(failure(destination, future.getException()));
        }
        return new Result.Connected(ChannelHandler.channelOf(future.getSession()).newHandle(ATTACH_PATIENCE));
    }

    private static String failure(Destination destination, Throwable cause) {
        Throwable root = cause;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return "no connection to " + destination.name() + " at " + destination.address().getAddress().getHostAddress() + ":"
                + destination.address().getPort() + ": " + (root == null ? "cancelled" : root.getMessage());
    }

    private Optional<Channel> admit(IoSession session) {
        Channel channel = new Channel(session, new ConnectionInfo(session.getId(),
                String.valueOf(session.getAttribute(NAME)), (InetSocketAddress) session.getLocalAddress(),
                (InetSocketAddress) session.getRemoteAddress(), false), this, machinery.workers(), nanoTime);
        channels.add(channel);
        return Optional.of(channel);
    }

    @Override
    public Optional<Parked> take(String key) {
        return pool.take(key).map(entry -> new Parked(entry.channel().newHandle(ATTACH_PATIENCE), entry.state()));
    }

    @Override
    public int parked(String key) {
        return pool.count(key);
    }

    /** To be called several times a second: time limits of connections and of the pool. */
    public void sweep() {
        channels.forEach(Channel::sweep);
        CloseReason reason = new CloseReason(CloseReason.Kind.CLOSED_HERE, "idle for its time");
        pool.takeExpired(nanoTime.getAsLong()).forEach(channel -> channel.abandon(reason));
    }

    /** Asks all conversations to finish and closes parked connections. */
    public void shutDown() {
        channels.forEach(channel -> channel.signal(Connection.SHUTDOWN));
    }

    /** Closes what is left. */
    public void stop() {
        CloseReason reason = new CloseReason(CloseReason.Kind.TRANSPORT_STOPPED, "");
        channels.forEach(channel -> channel.abandon(reason));
        connector.dispose();
    }

    @Override
    public void vacant(Channel channel) {
        // Its conversation is attached from outside.
    }

    @Override
    public Optional<TlsFilter> tlsFilter(Optional<Want.ClientTls> client) {
        return client.flatMap(tls::filter);
    }

    @Override
    public void parked(Channel channel, String key, FrozenConversation state, Duration keep) {
        long until = nanoTime.getAsLong() + keep.toNanos();
        if (!pool.add(new ParkedConnections.Entry(key, channel, state, until), settings.get().maxParked())) {
            channel.abandon(new CloseReason(CloseReason.Kind.CLOSED_HERE, "the pool is full"));
        }
    }

    @Override
    public void ended(Channel channel) {
        channels.remove(channel);
        pool.remove(channel);
    }
}
