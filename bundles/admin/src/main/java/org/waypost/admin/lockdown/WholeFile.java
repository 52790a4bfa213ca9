package org.waypost.admin.lockdown;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A text file that is there as it was or as it is to be, also after a power cut. Each octet is one character, so that whatever it
 * is written in comes back.
 */
record WholeFile(Path path) {
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");

    boolean exists() {
        return Files.exists(path);
    }

    String read() throws IOException {
        return Files.readString(path, StandardCharsets.ISO_8859_1);
    }

    /** Who may read it stays; a new one is its owner's alone. */
    void write(String text) throws IOException {
        Set<PosixFilePermission> rights = exists() ? Files.getPosixFilePermissions(path) : OWN;
        Path part = Files.createTempFile(path.getParent(), "." + path.getFileName(), ".part");
        try {
            Files.setPosixFilePermissions(part, rights);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer rest = StandardCharsets.ISO_8859_1.encode(text);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        syncFolder();
    }

    void delete() throws IOException {
        if (Files.deleteIfExists(path)) {
            syncFolder();
        }
    }

    private void syncFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
