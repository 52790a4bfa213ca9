package org.waypost.transport.mina.tls;

import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** A certificate with its private key, ready for handshakes. Any thread. */
final class Credentials {
    /** Nothing to show. */
    static final Credentials NONE = new Credentials();

    private final KeyManager[] managers;
    private final SSLContext shared;

    Credentials(KeyManager... managers) {
        this.managers = managers;
        shared = context();
    }

    /** For servers that ask the client for nothing; clients may resume its sessions. */
    SSLContext shared() {
        return shared;
    }

    /**
     * For one handshake only. As sessions and tickets belong to a context, none is ever resumed: each peer proves its
     * key anew, and what was judged under earlier keys is not taken for granted.
     */
    SSLContext once(TrustManager trust) {
        return context(trust);
    }

    private SSLContext context(TrustManager... trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers, trust.length == 0 ? null : trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }
}
