package org.waypost.transport.mina.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.connection.Want.ClientTls;

/**
 * Handshakes in the client's part: with the peer's certificate checked, or only its key, or opportunistic (RFC 7435).
 * Any thread.
 */
public final class ClientContexts {
    private static final Logger LOG = LoggerFactory.getLogger(ClientContexts.class);

    private final X509ExtendedTrustManager known;
    private final SSLContext trusting = Credentials.NONE.once(new AnyTrust());
    /** The one asked for last: a server has one identity. */
    private Optional<CertificateWatch> identity = Optional.empty();

    private ClientContexts(X509ExtendedTrustManager known) {
        this.known = known;
    }

    /** Checks against the trust store of the JDK. */
    public static ClientContexts create() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return new ClientContexts((X509ExtendedTrustManager) factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    /** The filter for one handshake; empty if the identity to show cannot be read. */
    public Optional<TlsFilter> filter(ClientTls tls) {
        if (!tls.verify() && tls.identity().isEmpty() && tls.peerKeys().isEmpty()) {
            return Optional.of(new TlsFilter(trusting, tls, Optional::empty));
        }
        CheckedTrust trust = new CheckedTrust(judge(tls));
        return tls.identity().map(this::read).orElse(Optional.of(Credentials.NONE))
                .map(own -> new TlsFilter(own.once(trust), tls, trust::refusal));
    }

    private X509ExtendedTrustManager judge(ClientTls tls) {
        if (!tls.peerKeys().isEmpty()) {
            return new KeyTrust(tls.peerKeys());
        }
        return tls.verify() ? known : new AnyTrust();
    }

    /** Handshakes with an identity are rare, so the files are looked at for each, and read only if they changed. */
    private synchronized Optional<Credentials> read(TlsFiles files) {
        if (identity.isEmpty() || !identity.get().files().equals(files)) {
            identity = Optional.of(new CertificateWatch(files));
            identity.get().problem().ifPresent(LOG::warn);
        } else if (identity.get().poll() == CertificateWatch.Change.BROKEN) {
            identity.get().problem().ifPresent(LOG::warn);
        }
        return identity.get().credentials();
    }
}
