package org.waypost.connection;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.waypost.connection.ListenerSpec.TlsFiles;

/** What a conversation asks its connection for next: what do the coming bytes mean? */
public sealed interface Want {

    /**
     * One line, answered by {@link Unit.Line}.
     *
     * @param maxLength greatest length in bytes without the line end, 1 or more; a longer line is
     *     discarded up to its end and answered as {@linkplain Unit.Line#tooLong() too long}
     */
    record Line(int maxLength) implements Want {
        public Line {
            if (maxLength < 1) {
                throw new IllegalArgumentException("maxLength " + maxLength);
            }
        }
    }

    /**
     * The next part of dot-stuffed data (RFC 5321 4.5.2), answered by {@link Unit.Part}. Only
     * CRLF "." CRLF ends it. Ask again until a part is {@linkplain Unit.Part#last() last}; the state
     * between the parts is kept by the transport.
     *
     * @param maxPart greatest number of bytes in one part, 1 or more
     * @param mendBareLineEnds whether a bare CR or LF is turned into CRLF; it never ends the data
     */
    record DotStuffed(int maxPart, boolean mendBareLineEnds) implements Want {
        public DotStuffed {
            if (maxPart < 1) {
                throw new IllegalArgumentException("maxPart " + maxPart);
            }
        }
    }

    /**
     * The next part of a counted chunk (RFC 3030 BDAT), answered by {@link Unit.Part}, which is last
     * when the chunk is complete. A chunk of length 0 is answered at once.
     *
     * @param remaining octets of the chunk still to come, 0 or more
     * @param maxPart greatest number of bytes in one part, 1 or more
     */
    record Counted(long remaining, int maxPart) implements Want {
        public Counted {
            if (remaining < 0 || maxPart < 1) {
                throw new IllegalArgumentException("remaining " + remaining + ", maxPart " + maxPart);
            }
        }
    }

    /**
     * A TLS handshake, after everything written so far is sent in the clear; input that came before
     * it is discarded (RFC 3207 4.2). Answered by {@link Unit.Secured}, or the connection closes.
     *
     * @param client present on an outgoing connection
     */
    record Handshake(Optional<ClientTls> client) implements Want {
        public Handshake {
            Objects.requireNonNull(client);
        }
    }

    /**
     * Nothing but the passing of time (a tarpit, say), answered by {@link Unit.Elapsed}.
     *
     * @param length positive
     */
    record Pause(Duration length) implements Want {
        public Pause {
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("length " + length);
            }
        }
    }

    /**
     * How our side of an outgoing TLS handshake behaves.
     *
     * @param serverName the name sent as SNI and, if verified, looked for in the certificate; not null
     * @param verify whether an untrusted or misnamed certificate ends the connection
     * @param identity the certificate we show if the peer asks for one; if it cannot be read, the connection ends
     * @param peerKeys if not empty, the peer's key (see {@link TlsInfo#peerKey()}) must be one of these or the
     *     connection ends, and nothing else of its certificate is looked at: no name, no chain, no dates, whatever
     *     {@code verify} says
     */
    record ClientTls(String serverName, boolean verify, Optional<TlsFiles> identity, Set<String> peerKeys) {
        public ClientTls {
            Objects.requireNonNull(serverName);
            Objects.requireNonNull(identity);
            peerKeys = Set.copyOf(peerKeys);
        }

        /** Shows no certificate and takes any key. */
        public ClientTls(String serverName, boolean verify) {
            this(serverName, verify, Optional.empty(), Set.of());
        }
    }
}
