package org.waypost.connection;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to listen on and how many may come.
 *
 * @param name of the listener, unique in the process
 * @param bindings at least one
 * @param tls certificate for handshakes; empty: no handshake can be asked for
 * @param maxConnections at once over all bindings, 1 or more
 * @param maxConnectionsPerAddress at once from one remote address, 1 or more
 * @param refusal sent to a connection above a limit before it is closed; not null, may be empty
 */
public record ListenerSpec(String name, List<Binding> bindings, Optional<TlsFiles> tls, int maxConnections,
        int maxConnectionsPerAddress, String refusal) {
    public ListenerSpec {
        Objects.requireNonNull(name);
        Objects.requireNonNull(tls);
        Objects.requireNonNull(refusal);
        bindings = List.copyOf(bindings);
        if (bindings.isEmpty() || maxConnections < 1 || maxConnectionsPerAddress < 1) {
            throw new IllegalArgumentException("listener " + name);
        }
    }

    /**
     * One address and port.
     *
     * @param host an address or a name, such as {@code 127.0.0.1} or {@code ::1}
     * @param port 0 to 65535; 0 takes any free one
     * @param implicitTls whether the handshake comes before the first byte of the protocol
     */
    public record Binding(String host, int port, boolean implicitTls) {
        public Binding {
            Objects.requireNonNull(host);
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port " + port);
            }
        }
    }

    /**
     * PEM files, watched by the transport; the pair in force at the time of a handshake is the newest
     * one that could be read.
     */
    public record TlsFiles(Path certificateChain, Path privateKey) {
        public TlsFiles {
            Objects.requireNonNull(certificateChain);
            Objects.requireNonNull(privateKey);
        }
    }
}
