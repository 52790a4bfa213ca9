package org.waypost.transport.mina.tls;

import javax.net.ssl.SSLSession;
import org.waypost.connection.TlsInfo;

/** Reads what a handshake agreed on. */
public final class Cipher {
    private Cipher() {}

    public static TlsInfo describe(SSLSession session, boolean peerVerified) {
        return new TlsInfo(session.getProtocol(), session.getCipherSuite(), bits(session.getCipherSuite()), peerVerified,
                PeerKey.of(session));
    }

    /** JSSE does not tell the strength; its suite names do. */
    static int bits(String suite) {
        if (suite.contains("AES_256") || suite.contains("CHACHA20")) {
            return 256;
        }
        return suite.contains("AES_128") ? 128 : 0;
    }
}
