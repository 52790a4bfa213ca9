package org.waypost.admin.doctor;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.waypost.admin.DoctorAdmin.Finding;
import org.waypost.admin.certificate.CertificateFile;

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
                findings.add(read(CertificateFile.ofServer(server.name(), facts.etc(), server.certificate()))));
        CertificateFile.ofConsole(facts.etc()).forEach(console -> findings.add(read(console)));
        return findings.isEmpty() ? List.of(skipped("There are no certificates.")) : findings;
    }

    private Finding read(CertificateFile file) {
        String whose = "of the " + file.user();
        try {
            Instant now = clock.instant();
            return file.read().stream().map(certificate -> judged(whose, certificate, now))
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
}
