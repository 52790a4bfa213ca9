package org.waypost.transport.mina.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Takes every certificate: encryption without knowing with whom, which is still better than the clear, or a judgment
 * left to others, by the key. The JDK adds no checks of its own to those of an extended trust manager.
 */
class AnyTrust extends X509ExtendedTrustManager {
    /** @param chain not empty, the peer's own certificate first */
    void judge(X509Certificate[] chain) throws CertificateException {
        // Any is good.
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge(chain);
    }

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge(chain);
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge(chain);
    }

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge(chain);
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge(chain);
    }

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge(chain);
    }

    @Override
    public final X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
