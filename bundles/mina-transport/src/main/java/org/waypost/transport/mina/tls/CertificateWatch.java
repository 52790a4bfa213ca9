package org.waypost.transport.mina.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.waypost.connection.ListenerSpec.TlsFiles;

/**
 * A certificate and key on disk. {@link #poll} notices when a file changed; a pair that cannot be read
 * leaves the last good one in force. Only {@link #credentials} may be called by other threads.
 */
public final class CertificateWatch {
    private final TlsFiles files;
    private volatile Optional<Credentials> credentials = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private String stamp = "";

    public CertificateWatch(TlsFiles files) {
        this.files = files;
        poll();
    }

    public TlsFiles files() {
        return files;
    }

    /** For the next handshake; empty while no pair could be read. */
    Optional<Credentials> credentials() {
        return credentials;
    }

    /** Why the pair on disk is not in force, if it is not: a sentence for the operator. */
    public Optional<String> problem() {
        return problem;
    }

    /** Reads the pair again if a file changed. */
    public Change poll() {
        String now = stamp(files.certificateChain()) + stamp(files.privateKey());
        if (now.equals(stamp)) {
            return Change.NONE;
        }
        stamp = now;
        try {
            credentials = Optional.of(PemReader.read(files));
            problem = Optional.empty();
            return Change.LOADED;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            problem = Optional.of("certificate " + files.certificateChain() + " with key " + files.privateKey()
                    + " cannot be used (" + e + "), " + (credentials.isPresent()
                            ? "the one read before stays in force" : "it cannot be shown"));
            return Change.BROKEN;
        }
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + "/" + Files.size(file) + "/" + file.toRealPath() + ";";
        } catch (IOException e) {
            return "absent;";
        }
    }

    /** What a look at the files found. */
    public enum Change {
        NONE,
        LOADED,
        BROKEN
    }
}
