package org.waypost.link.identity;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Public keys as the directory has them (SubjectPublicKeyInfo in base64) and as they are compared (RFC 6698 2.1, "3 1 1"). */
public final class PublicKeys {
    private PublicKeys() {}

    /** As it stands in the directory. */
    public static String write(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** SHA-256 in lower-case hex. */
    public static String hash(PublicKey key) {
        return hash(key.getEncoded());
    }

    /** Of a key as it stands in the directory; empty if it is none. */
    public static Optional<String> hash(String written) {
        try {
            byte[] octets = Base64.getMimeDecoder().decode(written);
            PublicKeyFactory.createKey(SubjectPublicKeyInfo.getInstance(octets));
            return Optional.of(hash(octets));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String hash(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
