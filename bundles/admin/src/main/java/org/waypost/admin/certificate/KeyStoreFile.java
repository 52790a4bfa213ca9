package org.waypost.admin.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Objects;

/**
 * The key store of the web server, as its settings say.
 *
 * @param type such as {@code PKCS12}
 * @param keyPassword of the key in it
 */
public record KeyStoreFile(Path file, String type, String storePassword, String keyPassword) {
    public KeyStoreFile {
        Objects.requireNonNull(file);
        Objects.requireNonNull(type);
        Objects.requireNonNull(storePassword);
        Objects.requireNonNull(keyPassword);
    }

    /**
     * What the web server would show.
     *
     * @param octets of the file
     * @throws IOException if they are no such key store, or the password is another
     * @throws GeneralSecurityException if no key with a certificate is in it that the password opens
     */
    X509Certificate certificate(byte[] octets) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(new ByteArrayInputStream(octets), storePassword.toCharArray());
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getKey(alias, keyPassword.toCharArray()) != null
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return certificate;
            }
        }
        throw new KeyStoreException("no key with a certificate is in it");
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return file.toString();
    }
}
