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
 * @param tls certificate for handshakes; with neither this nor an identity no handshake can be asked for
 * @param maxConnections at once over all bindings, 1 or more
 * @param maxConnectionsPerAddress at once from one remote address, 1 or more
 * @param refusal sent to a connection above a limit before it is closed; not null, may be empty
 * @param identity a second certificate, for peers that identify themselves by their own
 */
public record ListenerSpec(String name, List<Binding> bindings, Optional<TlsFiles> tls, int maxConnections,
        int maxConnectionsPerAddress, String refusal, Optional<Identity> identity) {
    public ListenerSpec {
        Objects.requireNonNull(name);
        Objects.requireNonNull(tls);
        Objects.requireNonNull(refusal);
        Objects.requireNonNull(identity);
        bindings = List.copyOf(bindings);
        if (bindings.isEmpty() || maxConnections < 1 || maxConnectionsPerAddress < 1) {
            throw new IllegalArgumentException("listener " + name);
        }
    }

    /** Without an identity. */
    public ListenerSpec(String name, List<Binding> bindings, Optional<TlsFiles> tls, int maxConnections,
            int maxConnectionsPerAddress, String refusal) {
        this(name, bindings, tls, maxConnections, maxConnectionsPerAddress, refusal, Optional.empty());
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

    /**
     * A certificate shown to the clients that ask for its name by SNI (RFC 6066 3), and to all if the listener has no
     * other that can be read. Only where it is shown a certificate is asked of the client, too. Any is accepted, even
     * a self-signed one, as long as the client proves to have its private key: the protocol judges
     * {@link TlsInfo#peerKey()}. A client without one is served all the same.
     *
     * @param files watched as those of the listener's own certificate
     * @param serverName a host name, case-insensitive
     */
    public record Identity(TlsFiles files, String serverName) {
        public Identity {
            Objects.requireNonNull(files);
            Objects.requireNonNull(serverName);
        }
    }
}
