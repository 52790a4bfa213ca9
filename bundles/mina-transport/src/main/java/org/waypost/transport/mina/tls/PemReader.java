package org.waypost.transport.mina.tls;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.waypost.connection.ListenerSpec.TlsFiles;

/** Reads a PEM certificate chain and its private key (PKCS #8, PKCS #1 or SEC 1, not encrypted). */
final class PemReader {
    private static final char[] IN_MEMORY = new char[0];

    private PemReader() {}

    /**
     * @throws IOException if a file cannot be read or holds something else
     * @throws GeneralSecurityException if the two do not fit together
     */
    static Credentials read(TlsFiles files) throws IOException, GeneralSecurityException {
        List<Certificate> chain = chain(files.certificateChain());
        PrivateKey key = key(files.privateKey(), chain.get(0).getPublicKey());
        checkPair(key, chain.get(0).getPublicKey(), files);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, IN_MEMORY);
        store.setKeyEntry("own", key, IN_MEMORY, chain.toArray(Certificate[]::new));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, IN_MEMORY);
        return new Credentials(managers.getKeyManagers());
    }

    private static List<Certificate> chain(Path file) throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Certificate> chain = new ArrayList<>();
        try (var in = Files.newInputStream(file)) {
            chain.addAll(factory.generateCertificates(in));
        }
        if (chain.isEmpty()) {
            throw new IOException(file + " holds no certificate");
        }
        return chain;
    }

    private static PrivateKey key(Path file, PublicKey partner) throws IOException, GeneralSecurityException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.US_ASCII); PEMParser parser = new PEMParser(text)) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                PrivateKeyInfo info = object instanceof PEMKeyPair pair ? withAlgorithm(pair, partner)
                        : object instanceof PrivateKeyInfo plain ? plain : null;
                if (info != null) {
                    return KeyFactory.getInstance(partner.getAlgorithm())
                            .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
                }
            }
        }
        throw new IOException(file + " holds no private key that can be read without a passphrase");
    }

    /** A SEC 1 key may leave the curve to be known from the certificate. */
    private static PrivateKeyInfo withAlgorithm(PEMKeyPair pair, PublicKey partner) throws IOException {
        return new PrivateKeyInfo(SubjectPublicKeyInfo.getInstance(partner.getEncoded()).getAlgorithm(),
                pair.getPrivateKeyInfo().parsePrivateKey());
    }

    /** A key of another certificate would be noticed by the peers only. */
    private static void checkPair(PrivateKey key, PublicKey partner, TlsFiles files) throws IOException, GeneralSecurityException {
        String algorithm = switch (partner.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> partner.getAlgorithm();
        };
        byte[] sample = new byte[32];
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(sample);
        byte[] signed = signature.sign();
        signature.initVerify(partner);
        signature.update(sample);
        if (!signature.verify(signed)) {
            throw new IOException(files.privateKey() + " is not the key of " + files.certificateChain());
        }
    }
}
