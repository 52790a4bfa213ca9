package org.waypost.module.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Small text files that are there whole or not at all, also after a power cut. */
final class Durable {
    private Durable() {}

    static void replace(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Path written = file.resolveSibling(file.getFileName() + ".new");
        write(written, lines, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(file.getParent());
    }

    static void append(Path file, List<String> lines) throws IOException {
        boolean made = !Files.exists(file);
        Files.createDirectories(file.getParent());
        write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (made) {
            syncFolder(file.getParent());
        }
    }

    private static void write(Path file, List<String> lines, StandardOpenOption... how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, how)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(String.join("", lines.stream().map(line -> line + "\n").toList()));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            syncFolder(file.getParent());
        }
    }

    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
