package org.waypost.directory.embedded.storage;

import java.io.DataInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of a directory in a file that only grows, until it is replaced by a compact one: when it is opened, and when
 * the caller does so because most of it is out of date. One at a time may have it open. Calls are not synchronized: one
 * thread at a time.
 */
final class Journal implements AutoCloseable {
    /** A journal with less waste than this is left alone, whatever it holds. */
    static final long TOLERATED_WASTE = 4 << 20;
    private static final String NAME = "journal";

    private final Path file;
    private final Map<String, Integer> live = new HashMap<>();
    private long liveBytes;
    private long size;
    /** The size it has to have before another try to make it compact. */
    private long nextTry;
    /** A stream, for a channel is closed by an interrupt of the writing thread, which a stop of the server can be. */
    private FileOutputStream out;
    private FileOutputStream compact;

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
        prepareCompact(entries);
        useCompact();
    }

    /** On disk when it returns. */
    void append(List<Change> changes) throws IOException {
        size += write(out, changes);
        out.getFD().sync();
        changes.forEach(this::count);
    }

    /** Whether more than half of it, and more than {@link #TOLERATED_WASTE}, is out of date. */
    boolean isWasteful() {
        return size >= nextTry && size - liveBytes > Math.max(liveBytes, TOLERATED_WASTE);
    }

    /**
     * Writes a compact one beside it.
     *
     * @throws IOException if that did not work: the journal is as before, and not wasteful until it has grown further
     */
    void prepareCompact() throws IOException {
        nextTry = size + TOLERATED_WASTE;
        prepareCompact(read().entries());
    }

    /** Puts the compact one in the place of the journal. After a crash in here, either of them is there. */
    void useCompact() throws IOException {
        close();
        out = compact;
        size = Files.size(beside());
        nextTry = 0;
        // The open stream follows its file to the new name.
        Files.move(beside(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.getParent())) {
            folder.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    private void prepareCompact(Map<String, String> entries) throws IOException {
        compact = new FileOutputStream(beside().toFile());
        try {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                Change change = new Change(entry.getKey(), Optional.of(entry.getValue()));
                write(compact, List.of(change));
                count(change);
            }
            compact.getFD().sync();
        } catch (IOException e) {
            compact.close();
            throw e;
        }
    }

    private Path beside() {
        return file.resolveSibling(NAME + ".new");
    }

    /** @return bytes written */
    private static int write(FileOutputStream to, List<Change> changes) throws IOException {
        byte[] frame = Frame.write(changes).array();
        to.write(frame);
        return frame.length;
    }

    private void count(Change change) {
        Integer before = change.ldif().isEmpty() ? live.remove(change.id()) : live.put(change.id(), Frame.size(change));
        liveBytes += live.getOrDefault(change.id(), 0) - (before == null ? 0 : before);
    }

    private static void apply(Change change, Map<String, String> entries) {
        entries.remove(change.id());
        change.ldif().ifPresent(ldif -> entries.put(change.id(), ldif));
    }
}
