package org.waypost.connection;

import java.util.Objects;

/**
 * Why a connection ended.
 *
 * @param kind what happened
 * @param detail for the operator, never shown to a peer; may be empty, never null
 */
public record CloseReason(Kind kind, String detail) {
    /** Who or what ended it. */
    public enum Kind {
        /** Our side called {@link Connection#close()} or {@link Connection#abort()}. */
        CLOSED_HERE,
        /** The peer closed its side or reset the connection. */
        CLOSED_BY_PEER,
        /** The TLS handshake failed. */
        TLS_FAILED,
        /** The transport itself is going away. */
        TRANSPORT_STOPPED,
        /** The network failed below us. */
        FAILED
    }

    public CloseReason {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(detail);
    }
}
