package org.waypost.admin.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.waypost.event.EventLog;

/**
 * Has the web server read its key store anew when the file has changed: it reads it at its start only. A file that it could not
 * use is reported and left alone, so that the certificate of before stays. For one thread at a time.
 */
public final class KeyStoreWatch {
    /** @param print of what the file has; that of nothing if it cannot be read */
    private record Seen(KeyStoreFile file, String print) {}

    private final Supplier<Optional<KeyStoreFile>> settings;
    private final Consumer<String> renewal;
    private final EventLog events;
    private Optional<Seen> judged = Optional.empty();
    private Optional<Seen> last = Optional.empty();

    /**
     * @param settings those in force; empty for a server without TLS
     * @param renewal has the web server start anew, and gets what tells the content of the file from all others; an
     *     IllegalStateException of it is reported
     */
    public KeyStoreWatch(Supplier<Optional<KeyStoreFile>> settings, Consumer<String> renewal, EventLog events) {
        this.settings = Objects.requireNonNull(settings);
        this.renewal = Objects.requireNonNull(renewal);
        this.events = Objects.requireNonNull(events);
    }

    /** For each few seconds: what is written still differs from look to look, and waits. */
    public void look() {
        settings.get().ifPresent(file -> {
            byte[] octets = read(file);
            Optional<Seen> now = Optional.of(new Seen(file, print(octets)));
            if (judged.isEmpty() || !judged.get().file().equals(file)) {
                // With other settings the web server started by itself, and read what was there.
                judged = now;
            } else if (now.equals(last) && !now.equals(judged)) {
                judged = now;
                judge(now.get(), octets);
            }
            last = now;
        });
    }

    private void judge(Seen now, byte[] octets) {
        try {
            X509Certificate certificate = now.file().certificate(octets);
            renewal.accept(now.print());
            events.report(CertificateEvent.CONSOLE_RENEWED, now.file().file(), certificate.getSubjectX500Principal().getName(),
                    certificate.getNotAfter().toInstant());
        } catch (IOException | GeneralSecurityException | IllegalStateException e) {
            events.report(CertificateEvent.KEY_STORE_REFUSED, now.file().file(), e);
        }
    }

    private static byte[] read(KeyStoreFile file) {
        try {
            return Files.readAllBytes(file.file());
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static String print(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
