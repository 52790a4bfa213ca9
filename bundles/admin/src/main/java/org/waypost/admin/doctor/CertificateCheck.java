package org.waypost.admin.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.waypost.admin.DoctorAdmin.Finding;

/** Whether the certificates of virtual servers and of the console are in force, and for how long. */
record CertificateCheck(Facts facts, InstantSource clock) implements Check {
    private static final Duration SOON = Duration.ofDays(30);
    private static final String REMEDY = "Put a new certificate in its place.";

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        facts.servers().stream().filter(server -> !server.certificate().isBlank()).forEach(server ->
                findings.add(read("of the virtual server " + server.name(), () -> pem(facts.etc().resolveSibling(server.certificate())))));
        Path console = facts.etc().resolve("console.p12");
        if (Files.exists(console)) {
            findings.add(read("of the console", () -> store(console)));
        }
        return findings.isEmpty() ? List.of(skipped("There are no certificates.")) : findings;
    }

    private Finding read(String whose, Reader reader) {
        try {
            Instant now = clock.instant();
            return reader.read().stream().map(certificate -> judged(whose, certificate, now))
                    .max((a, b) -> a.verdict().compareTo(b.verdict())).orElseGet(() -> problem("The certificate " + whose + " is empty.", REMEDY));
        } catch (IOException | GeneralSecurityException e) {
            return problem("The certificate " + whose + " cannot be read: " + e + ".", REMEDY);
        }
    }

    private Finding judged(String whose, X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            return problem("The certificate " + whose + " is out of force since " + end + ".", REMEDY);
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            return problem("The certificate " + whose + " is not in force before " + certificate.getNotBefore().toInstant() + ".",
                    "See whether the clock is right.");
        }
        return now.plus(SOON).isAfter(end) ? warning("The certificate " + whose + " ends at " + end + ".", REMEDY)
                : ok("The certificate " + whose + " is in force until " + end + ".");
    }

    private static List<X509Certificate> pem(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream().map(X509Certificate.class::cast).toList();
        }
    }

    private List<X509Certificate> store(Path file) throws IOException, GeneralSecurityException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(facts.etc().resolve("org.ops4j.pax.web.cfg"))) {
            settings.load(in);
        }
        String password = settings.getProperty("org.ops4j.pax.web.ssl.keystore.password", "");
        KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
        List<X509Certificate> certificates = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate certificate = store.getCertificate(alias);
            if (certificate instanceof X509Certificate x509) {
                certificates.add(x509);
            }
        }
        return certificates;
    }

    private interface Reader {
        List<X509Certificate> read() throws IOException, GeneralSecurityException;
    }
}
