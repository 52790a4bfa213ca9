package org.waypost.link.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A text file that is there whole or not at all. Not for use by several threads at one time. */
final class KeptFile {
    private final Path file;
    private final long longest;

    /** @param longest octets that are read */
    KeptFile(Path file, long longest) {
        this.file = file;
        this.longest = longest;
    }

    Path path() {
        return file;
    }

    /** Empty if there is none. @throws IOException if it cannot be read */
    Optional<String> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > longest) {
            throw new IOException("more than " + longest + " octets");
        }
        return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    }

    void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer octets = StandardCharsets.UTF_8.encode(text);
                while (octets.hasRemaining()) {
                    channel.write(octets);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
