package org.waypost.connection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** The connecting side of the transport, and the pool of idle outgoing connections. Any thread. */
@ProviderType
public interface Outgoing {
    /** Opens a connection; {@link Connection#attach} it at once. Completes in no particular thread. */
    CompletionStage<Result> connect(Destination destination);

    /** An idle connection {@linkplain Connection#park parked} under the key, the latest first. */
    Optional<Parked> take(String key);

    /** How many connections are parked under the key. */
    int parked(String key);

    /**
     * Where to.
     *
     * @param name for people and {@link ConnectionInfo#name()}
     * @param address resolved
     * @param source our own address; empty: the system's choice
     * @param timeout for the connection to stand, positive
     */
    record Destination(String name, InetSocketAddress address, Optional<InetAddress> source, Duration timeout) {
        public Destination {
            Objects.requireNonNull(name);
            Objects.requireNonNull(source);
            Objects.requireNonNull(timeout);
            if (address.isUnresolved()) {
                throw new IllegalArgumentException("unresolved: " + address);
            }
        }
    }

    /** A failed attempt is an expected result, not an exception. */
    sealed interface Result {
        /** The connection stands. */
        record Connected(Connection connection) implements Result {}

        /** It does not; the reason is a sentence for the operator. */
        record Failed(String reason) implements Result {}
    }

    /** An idle connection with the state it was parked with. */
    record Parked(Connection connection, FrozenConversation state) {}
}
