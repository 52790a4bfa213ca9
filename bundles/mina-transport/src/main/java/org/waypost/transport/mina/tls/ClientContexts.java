package org.waypost.transport.mina.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.waypost.connection.Want.ClientTls;

/** Contexts for handshakes in the client's part: one that checks the peer, one for opportunistic TLS (RFC 7435). */
public final class ClientContexts {
    private final SSLContext verifying;
    private final SSLContext trusting;

    private ClientContexts(SSLContext verifying, SSLContext trusting) {
        this.verifying = verifying;
        this.trusting = trusting;
    }

    /** Checks against the trust store of the JDK. */
    public static ClientContexts create() {
        return new ClientContexts(context(null), context(new TrustManager[] {new TrustAll()}));
    }

    public SSLContext of(ClientTls tls) {
        return tls.verify() ? verifying : trusting;
    }

    private static SSLContext context(TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    /** Encryption without knowing with whom, which is still better than the clear. */
    private static final class TrustAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
