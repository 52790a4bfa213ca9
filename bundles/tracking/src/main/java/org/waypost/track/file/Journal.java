package org.waypost.track.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The end of a file that is written to. One thread; calls wait for the disk. */
public final class Journal implements Closeable {
    private static final int STEP = 8 << 10;

    private final FileChannel channel;
    private long end;
    private boolean unsynced;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes a file that is not there yet. */
    public static Journal begin(Path file) throws IOException {
        return new Journal(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /**
     * Cuts what a crash left behind the last whole line.
     *
     * @return how many octets were cut
     */
    public static long cut(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            long whole = whole(channel, size);
            if (whole < size) {
                channel.truncate(whole);
            }
            return size - whole;
        }
    }

    /** The position behind the last line written. */
    public long end() {
        return end;
    }

    /** Writes all of the lines or, if that fails, none. */
    public void append(byte[] lines, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(lines, 0, length);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer, end + buffer.position());
            }
        } catch (IOException e) {
            undo(e);
            throw e;
        }
        end += length;
        unsynced = true;
    }

    /** What was written survives a loss of power when this returns. */
    public void sync() throws IOException {
        if (unsynced) {
            unsynced = false;
            channel.force(false);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            sync();
        }
    }

    private void undo(IOException cause) {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static long whole(FileChannel channel, long size) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(STEP);
        for (long to = size; to > 0; to -= part.position()) {
            part.clear().limit((int) Math.min(STEP, to));
            long from = to - part.limit();
            while (part.hasRemaining() && channel.read(part, from + part.position()) > 0) {
                // Until it is full; nobody else shortens the file.
            }
            for (int i = part.position() - 1; i >= 0; i--) {
                if (part.get(i) == '\n') {
                    return from + i + 1;
                }
            }
        }
        return 0;
    }
}
