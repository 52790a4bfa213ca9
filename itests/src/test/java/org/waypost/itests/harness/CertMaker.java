package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * Self-signed certificates in PEM files, as an operator would put them in place.
 *
 * @param certificate the file the server reads
 * @param key the file the server reads
 */
public record CertMaker(Path certificate, Path key) {
    /** Makes a new pair and moves it over the old one. */
    public void issue(String commonName) {
        Path freshCertificate = certificate.resolveSibling("fresh.crt");
        Path freshKey = key.resolveSibling("fresh.key");
        try {
            Files.createDirectories(certificate.getParent());
            Command.run(Duration.ofSeconds(20), "openssl", "req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt",
                    "ec_paramgen_curve:prime256v1", "-days", "30", "-subj", "/CN=" + commonName,
                    "-addext", "subjectAltName=DNS:" + commonName, "-keyout", freshKey.toString(), "-out", freshCertificate.toString())
                    .succeeded();
            Files.move(freshKey, key, StandardCopyOption.ATOMIC_MOVE);
            Files.move(freshCertificate, certificate, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a new pair too, and moves a key store with it over the old one. */
    public void issue(String commonName, Path keyStore, String password) {
        issue(commonName);
        Path fresh = keyStore.resolveSibling("fresh.p12");
        Command.run(Duration.ofSeconds(20), "openssl", "pkcs12", "-export", "-in", certificate.toString(), "-inkey", key.toString(),
                "-passout", "pass:" + password, "-out", fresh.toString()).succeeded();
        try {
            Files.move(fresh, keyStore, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
