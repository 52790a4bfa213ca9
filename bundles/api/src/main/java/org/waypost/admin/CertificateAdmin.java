package org.waypost.admin;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The certificates that this server shows to others, for people. Any thread; reads files. */
@ProviderType
public interface CertificateAdmin {
    /** Those that end first first; a file that cannot be read stands before them all. */
    Answer<List<Used>> certificates();

    /**
     * A file of a certificate and who shows it.
     *
     * @param user such as {@code virtual server main}
     * @param file relative to the home; absolute if it is outside
     * @param path absolute
     * @param renewal a sentence: how a new one comes into force
     * @param problem a sentence; empty if it is in force
     * @param certificate the first of the file; empty if it cannot be read
     */
    record Used(String user, String file, String path, String renewal, String problem, Optional<Certificate> certificate) {
        public Used {
            Objects.requireNonNull(user);
            Objects.requireNonNull(file);
            Objects.requireNonNull(path);
            Objects.requireNonNull(renewal);
            Objects.requireNonNull(problem);
            Objects.requireNonNull(certificate);
        }
    }

    /**
     * What it says.
     *
     * @param names for which it may be shown: DNS names and addresses
     * @param daysLeft whole days until it ends; negative if it has ended
     */
    record Certificate(String subject, List<String> names, String issuer, Instant from, Instant until, long daysLeft) {
        public Certificate {
            Objects.requireNonNull(subject);
            names = List.copyOf(names);
            Objects.requireNonNull(issuer);
            Objects.requireNonNull(from);
            Objects.requireNonNull(until);
        }
    }
}
