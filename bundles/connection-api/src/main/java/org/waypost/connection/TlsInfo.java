package org.waypost.connection;

import java.util.Objects;

/**
 * What a TLS handshake agreed on.
 *
 * @param protocol such as {@code TLSv1.3}
 * @param cipherSuite the JSSE name
 * @param bits strength of the cipher in bits; 0 if not known
 * @param peerVerified whether the peer showed a certificate that was verified
 */
public record TlsInfo(String protocol, String cipherSuite, int bits, boolean peerVerified) {
    public TlsInfo {
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(cipherSuite);
    }
}
