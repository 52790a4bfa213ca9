package org.waypost.link.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.waypost.linkstate.Membership.Identity;

/**
 * This server's key pair, EC P-256 with a certificate it signed itself, in two PEM files that only their owner reads. It
 * is there once the certificate is: that is written last. Not for use by several threads at one time.
 */
public final class ServerKeys {
    private static final String CERTIFICATE = "server.crt";
    private static final String PRIVATE_KEY = "server.key";
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    /** The directory says how long a key counts; RFC 5280 4.1.2.5 has this date for "no end". */
    private static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

    private final Path folder;
    private final InstantSource clock;
    private final SecureRandom random;

    public ServerKeys(Path folder, InstantSource clock, SecureRandom random) {
        this.folder = folder;
        this.clock = clock;
        this.random = random;
    }

    /** Empty if it was never made. @throws IOException if what is there cannot be read */
    public Optional<Identity> read() throws IOException {
        Path certificate = folder.resolve(CERTIFICATE);
        if (!Files.exists(certificate)) {
            return Optional.empty();
        }
        return Optional.of(new Identity(certificate, folder.resolve(PRIVATE_KEY), PublicKeys.hash(certificate(certificate).getPublicKey())));
    }

    /** The public key as it is to stand in the directory. @throws IOException if there is none to be read */
    public String publicKey() throws IOException {
        return PublicKeys.write(certificate(folder.resolve(CERTIFICATE)).getPublicKey());
    }

    /** Makes it; one that is there stays. @param name of this server */
    public Identity make(String name) throws IOException {
        Optional<Identity> present = read();
        if (present.isPresent()) {
            return present.get();
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            OwnersFile.write(folder.resolve(PRIVATE_KEY), "PRIVATE KEY", pair.getPrivate().getEncoded());
            OwnersFile.write(folder.resolve(CERTIFICATE), "CERTIFICATE", signed(name, pair).getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("every Java has EC keys of P-256", e);
        }
        return read().orElseThrow(() -> new IOException(folder + " lost the certificate that was just written"));
    }

    private X509CertificateHolder signed(String name, KeyPair pair) throws OperatorCreationException {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
        return new JcaX509v3CertificateBuilder(subject, new BigInteger(127, random).setBit(0),
                Date.from(clock.instant().minus(CLOCKS_DIFFER)), Date.from(NO_END), subject, pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").setSecureRandom(random).build(pair.getPrivate()));
    }

    private static Certificate certificate(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no certificate", e);
        }
    }
}
