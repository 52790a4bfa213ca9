package org.waypost.directory.ldap;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.directory.api.ldap.model.exception.LdapException;

/** Which certificates of servers are believed: those of a PEM file or of the JDK, and only for the host asked for. */
final class Trust {
    private final Optional<Path> file;

    Trust(Optional<Path> file) {
        this.file = file;
    }

    /** Reads the file. @param host whose name or address the certificate must carry (RFC 4513 3.1.3) */
    TrustManager manager(String host) throws LdapException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(file.isPresent() ? store(file.get()) : null);
            return new OfHost((X509ExtendedTrustManager) factory.getTrustManagers()[0], host);
        } catch (IOException | GeneralSecurityException e) {
            throw new LdapException("the trusted certificates cannot be read (" + e + ")", e);
        }
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + number++, certificate);
            }
        }
        return store;
    }

    /** The library gives its TLS engine no host name, so the JDK cannot check it by itself. */
    private static final class OfHost extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager chains;
        private final HostNames host;

        OfHost(X509ExtendedTrustManager chains, String host) {
            this.chains = chains;
            this.host = new HostNames(host);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            chains.checkServerTrusted(chain, type);
            host.check(chain[0]);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return chains.getAcceptedIssuers();
        }
    }
}
