package org.waypost.smtp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.ConnectionInfo;
import org.waypost.connection.Conversation;
import org.waypost.connection.Outgoing;
import org.waypost.connection.Want;
import org.waypost.testkit.connection.MemoryConnection;

/** The network of a test: each connection made is a peer whose part the test plays. */
final class Peers implements Outgoing {
    private final Deque<String> refusals = new ArrayDeque<>();
    private final List<MemoryConnection> made = new ArrayList<>();
    private final List<Destination> destinations = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private int seen;
    private boolean handshakesFail;

    /** The next connection is refused. */
    Peers refuse(String reason) {
        refusals.add(reason);
        return this;
    }

    Peers failHandshakes() {
        handshakesFail = true;
        return this;
    }

    /** The newest connection, which must not have been asked for before. */
    MemoryConnection accept() {
        assertEquals(seen + 1, made.size(), "connections made");
        return made.get(seen++);
    }

    /** The newest connection. */
    MemoryConnection latest() {
        return made.get(made.size() - 1);
    }

    int made() {
        return made.size();
    }

    List<Destination> destinations() {
        return destinations;
    }

    /** Under which idle connections were asked for. */
    List<String> keys() {
        return keys;
    }

    @Override
    public CompletionStage<Result> connect(Destination destination) {
        destinations.add(destination);
        String refusal = refusals.poll();
        if (refusal != null) {
            return CompletableFuture.completedStage(new Result.Failed(refusal));
        }
        MemoryConnection connection = new MemoryConnection(new ConnectionInfo(made.size(), destination.name(),
                new InetSocketAddress("127.0.0.1", 40_000), destination.address(), false));
        made.add(connection);
        return CompletableFuture.completedStage(new Result.Connected(handshakesFail ? failing(connection) : connection));
    }

    @Override
    public Optional<Parked> take(String key) {
        keys.add(key);
        return made.stream().filter(one -> !one.isClosed()).flatMap(one -> one.parked().stream()).findFirst();
    }

    @Override
    public int parked(String key) {
        return (int) made.stream().filter(one -> one.parked().isPresent()).count();
    }

    private static Connection failing(MemoryConnection connection) {
        Conversation[] attached = new Conversation[1];
        return (Connection) Proxy.newProxyInstance(Peers.class.getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("attach")) {
                        attached[0] = (Conversation) arguments[0];
                    }
                    if (method.getName().equals("read") && arguments[0] instanceof Want.Handshake) {
                        connection.execute(() -> attached[0].closed(
                                new CloseReason(CloseReason.Kind.TLS_FAILED, "no common cipher")));
                        return null;
                    }
                    return method.invoke(connection, arguments);
                });
    }
}
