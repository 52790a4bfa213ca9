package org.waypost.smtp.client.session;

/** When a connection is secured (RFC 3207). */
public enum TlsPolicy {
    /** When the server offers it; in the clear if the handshake fails. */
    OPPORTUNISTIC,
    /** Always: no mail goes to a server without it. */
    REQUIRED,
    /** Never. */
    OFF
}
