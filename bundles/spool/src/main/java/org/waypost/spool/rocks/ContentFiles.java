package org.waypost.spool.rocks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;
import org.waypost.spool.SpoolFullException;

/**
 * Contents as files: {@code content/xx/ID}. Each call opens and closes the file, so a content half
 * written can be continued by another spool on the same folder. Calls wait for the disk.
 */
final class ContentFiles {
    private static final int FOLDERS = 256;
    private static final int ONES_OF_A_MILLISECOND = 21;

    private final Path root;

    ContentFiles(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root);
    }

    void write(ContentId id, long offset, ByteBuffer bytes) throws IOException {
        Path path = path(id);
        Files.createDirectories(path.getParent());
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (offset > file.size()) {
                throw new IllegalStateException("append at " + offset + " to content " + path + " of " + file.size() + " octets");
            }
            ByteBuffer rest = bytes.duplicate();
            long position = offset;
            while (rest.hasRemaining()) {
                position += file.write(rest, position);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Makes a content and its name durable, and drops what was written beyond its size. */
    void sync(ContentId id, long size) throws IOException {
        Path path = path(id);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            if (file.size() < size) {
                throw new IllegalStateException("content " + path + " has " + file.size() + " of " + size + " octets");
            }
            file.truncate(size);
            file.force(true);
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("content " + path + " was never appended to");
        } catch (IOException e) {
            throw failure(e);
        }
        syncFolder(path.getParent());
        syncFolder(root);
    }

    ByteBuffer read(ContentId id, long offset, int max) throws IOException {
        try (FileChannel file = FileChannel.open(path(id), StandardOpenOption.READ)) {
            ByteBuffer part = ByteBuffer.allocate((int) Math.max(0, Math.min(max, file.size() - offset)));
            while (part.hasRemaining() && file.read(part, offset + part.position()) >= 0) {
                // Goes on until the part is complete or the file ends.
            }
            return part.flip();
        } catch (NoSuchFileException e) {
            throw new NoSuchElementException("no content " + new MessageId(id.value()));
        }
    }

    void delete(ContentId id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    /** When it was last written to. */
    Optional<Instant> touched(ContentId id) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(path(id)).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Every content that is a file, with the time it was last written to. */
    void each(BiConsumer<ContentId, Instant> visitor) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
            for (Path folder : folders) {
                eachIn(folder, visitor);
            }
        }
    }

    private void eachIn(Path folder, BiConsumer<ContentId, Instant> visitor) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Optional<ContentId> id = id(file);
                Optional<Instant> touched = id.isPresent() ? touched(id.get()) : Optional.empty();
                touched.ifPresent(when -> visitor.accept(id.get(), when));
            }
        }
    }

    private static Optional<ContentId> id(Path file) {
        try {
            return Optional.of(new ContentId(MessageId.parse(file.getFileName().toString()).value()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Path path(ContentId id) {
        long folder = (id.value() >>> ONES_OF_A_MILLISECOND) % FOLDERS;
        return root.resolve(String.format("%02x", folder)).resolve(new MessageId(id.value()).toString());
    }

    /** Makes the names in a folder durable. */
    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static IOException failure(IOException e) {
        if (String.valueOf(e.getMessage()).contains("No space left")) {
            throw new SpoolFullException("no space left on the disk of the spool");
        }
        return e;
    }
}
