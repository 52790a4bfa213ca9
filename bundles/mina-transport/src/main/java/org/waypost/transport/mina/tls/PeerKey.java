package org.waypost.transport.mina.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** A public key by its fingerprint: the SHA-256 of its SubjectPublicKeyInfo in lower-case hex (RFC 6698, "3 1 1"). */
final class PeerKey {
    private PeerKey() {}

    static String of(Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    /** The peer's, whose possession the handshake proved; empty if it showed no certificate. */
    static Optional<String> of(SSLSession session) {
        try {
            return Optional.of(of(session.getPeerCertificates()[0]));
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
