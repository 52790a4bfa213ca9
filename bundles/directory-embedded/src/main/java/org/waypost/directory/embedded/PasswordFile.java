package org.waypost.directory.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.waypost.event.EventLog;

/** The administrator's password: the first line of a file. */
final class PasswordFile {
    private static final int BYTES = 24;

    private PasswordFile() {
    }

    /** Reads it, or makes a file with a random one that its owner alone may read. */
    static String read(Path file, SecureRandom random, EventLog events) throws IOException {
        if (Files.notExists(file)) {
            make(file, random);
            events.report(EmbeddedEvent.PASSWORD_MADE, file);
        }
        String password = Files.readString(file).lines().findFirst().orElse("").strip();
        if (password.isEmpty()) {
            throw new IOException(file + " has no password in its first line");
        }
        return password;
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Path made = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(made);
        try (var channel = Files.newByteChannel(made, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.UTF_8.encode(password + "\n"));
        }
        Files.move(made, file);
    }
}
