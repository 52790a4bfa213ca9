package org.waypost.transport.mina.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;

/** Takes the certificates of certain keys, and looks at nothing but the key. */
final class KeyTrust extends AnyTrust {
    private final Set<String> keys;

    /** @param keys see {@link PeerKey} */
    KeyTrust(Set<String> keys) {
        this.keys = keys;
    }

    @Override
    void judge(X509Certificate[] chain) throws CertificateException {
        String key = PeerKey.of(chain[0]);
        if (!keys.contains(key)) {
            throw new CertificateException("the peer's key " + key + " is none of those expected");
        }
    }
}
