package org.waypost.connection;

import java.util.Objects;
import java.util.Optional;

/**
 * What a TLS handshake agreed on.
 *
 * @param protocol such as {@code TLSv1.3}
 * @param cipherSuite the JSSE name
 * @param bits strength of the cipher in bits; 0 if not known
 * @param peerVerified whether the peer showed a certificate that was verified as {@link Want.ClientTls} asked
 * @param peerKey of the certificate the peer showed, trusted or not, and whose private key it proved to have: the
 *     SHA-256 of the SubjectPublicKeyInfo in lower-case hex (RFC 6698 2.1, "3 1 1"); empty if it showed none
 */
public record TlsInfo(String protocol, String cipherSuite, int bits, boolean peerVerified, Optional<String> peerKey) {
    public TlsInfo {
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(cipherSuite);
        Objects.requireNonNull(peerKey);
    }

    /** The peer showed no certificate. */
    public TlsInfo(String protocol, String cipherSuite, int bits, boolean peerVerified) {
        this(protocol, cipherSuite, bits, peerVerified, Optional.empty());
    }
}
