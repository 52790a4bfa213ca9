package org.waypost.directory.embedded.storage;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of a directory in a file that only grows, and is made compact when it is opened. One at a time may have
 * it open. Calls are not synchronized: one thread at a time.
 */
final class Journal implements AutoCloseable {
    private static final String NAME = "journal";

    private final Path file;
    private FileChannel channel;

    private Journal(Path file) {
        this.file = file;
    }

    /**
     * What a journal held when it was opened.
     *
     * @param entries LDIF by id, the one written last at the end
     * @param cut bytes at its end that were half a frame
     */
    record Content(Map<String, String> entries, long cut) {}

    /** The journal of a folder, not read yet. */
    static Journal in(Path folder) {
        return new Journal(folder.resolve(NAME));
    }

    Path file() {
        return file;
    }

    /**
     * Reads it, if there is one.
     *
     * @throws IOException if it cannot be read, or is damaged elsewhere than at its end: then nothing is guessed
     */
    Content read() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        if (Files.notExists(file)) {
            return new Content(entries, 0);
        }
        long size = Files.size(file);
        long position = 0;
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            while (size - position >= Frame.HEADER) {
                int length = in.readInt();
                int checksum = in.readInt();
                long end = position + Frame.HEADER + length;
                if (length < 0 || end > size) {
                    break;
                }
                byte[] payload = in.readNBytes(length);
                if (Frame.checksum(payload) != checksum) {
                    if (end == size) {
                        break;
                    }
                    throw new IOException(file + " is damaged at byte " + position);
                }
                Frame.read(payload).forEach(change -> apply(change, entries));
                position = end;
            }
        }
        return new Content(entries, size - position);
    }

    /** Replaces the file by one that has these entries and nothing else, and opens it for {@link #append}. */
    void open(Map<String, String> entries) throws IOException {
        Path compact = file.resolveSibling(NAME + ".new");
        Files.deleteIfExists(compact);
        channel = FileChannel.open(compact, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            write(List.of(new Change(entry.getKey(), Optional.of(entry.getValue()))));
        }
        channel.force(true);
        // The open channel follows its file to the new name.
        Files.move(compact, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.getParent())) {
            folder.force(true);
        }
    }

    /** On disk when it returns. */
    void append(List<Change> changes) throws IOException {
        write(changes);
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private void write(List<Change> changes) throws IOException {
        ByteBuffer frame = Frame.write(changes);
        Channels.newOutputStream(channel).write(frame.array());
    }

    private static void apply(Change change, Map<String, String> entries) {
        entries.remove(change.id());
        change.ldif().ifPresent(ldif -> entries.put(change.id(), ldif));
    }
}
