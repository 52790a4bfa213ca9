package org.waypost.admin.certificate;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.CertificateAdmin;

/** Reads the files anew each time that it is asked. */
public class CertificateUseCases implements CertificateAdmin {
    private static final String WATCHED = "Put the new PEM files in the place of the old ones; the next handshake shows them.";
    private static final String STORE = "Put the new key store, with the same password, in the place of the old one; seconds later new"
            + " connections show it.";

    private final Supplier<List<CertificateFile>> files;
    private final InstantSource clock;

    /** @param files those in use now */
    public CertificateUseCases(Supplier<List<CertificateFile>> files, InstantSource clock) {
        this.files = Objects.requireNonNull(files);
        this.clock = Objects.requireNonNull(clock);
    }

    @Override
    public Answer<List<Used>> certificates() {
        Comparator<Used> byEnd = Comparator.comparing(used -> used.certificate().map(Certificate::until).orElse(Instant.MIN));
        return new Answer.Ok<>(files.get().stream().map(this::used).sorted(byEnd.thenComparing(Used::user)).toList());
    }

    private Used used(CertificateFile file) {
        String renewal = file.console() ? STORE : WATCHED;
        try {
            List<X509Certificate> all = file.read();
            Optional<Certificate> first = all.isEmpty() ? Optional.empty() : Optional.of(certificate(all.get(0)));
            return used(file, renewal, first.map(this::problem).orElse("There is no certificate in it."), first);
        } catch (IOException | GeneralSecurityException e) {
            return used(file, renewal, "It cannot be read: " + why(e) + ".", Optional.empty());
        }
    }

    private static Used used(CertificateFile file, String renewal, String problem, Optional<Certificate> certificate) {
        return new Used(file.user(), file.shown(), file.file().toString(), renewal, problem, certificate);
    }

    /** Without the path, which is told beside it. */
    private static String why(Exception e) {
        return e instanceof NoSuchFileException ? "there is no such file"
                : e instanceof AccessDeniedException ? "this server has no right to read it" : e.toString();
    }

    private Certificate certificate(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> names = Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
        Instant until = certificate.getNotAfter().toInstant();
        return new Certificate(certificate.getSubjectX500Principal().getName(),
                names.stream().map(name -> name.get(1)).filter(String.class::isInstance).map(String.class::cast).toList(),
                certificate.getIssuerX500Principal().getName(), certificate.getNotBefore().toInstant(), until,
                Duration.between(clock.instant(), until).toDays());
    }

    private String problem(Certificate certificate) {
        Instant now = clock.instant();
        return now.isAfter(certificate.until()) ? "It is out of force since " + certificate.until() + "."
                : now.isBefore(certificate.from()) ? "It is not in force before " + certificate.from() + "; is the clock right?" : "";
    }
}
