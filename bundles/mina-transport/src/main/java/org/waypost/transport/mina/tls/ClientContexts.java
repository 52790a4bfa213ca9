package org.waypost.transport.mina.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.waypost.connection.Want.ClientTls;

/** Handshakes in the client's part: with the peer's certificate checked, or opportunistic (RFC 7435). */
public final class ClientContexts {
    private final X509ExtendedTrustManager known;
    private final SSLContext trusting;

    private ClientContexts(X509ExtendedTrustManager known, SSLContext trusting) {
        this.known = known;
        this.trusting = trusting;
    }

    /** Checks against the trust store of the JDK. */
    public static ClientContexts create() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return new ClientContexts((X509ExtendedTrustManager) factory.getTrustManagers()[0], context(new TrustAll()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    /** The filter for one handshake. */
    public TlsFilter filter(ClientTls tls) {
        if (!tls.verify()) {
            return new TlsFilter(trusting, Optional.of(tls), Optional::empty);
        }
        CheckedTrust trust = new CheckedTrust(known);
        try {
            return new TlsFilter(context(trust), Optional.of(tls), trust::refusal);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    private static SSLContext context(TrustManager trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        return context;
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
