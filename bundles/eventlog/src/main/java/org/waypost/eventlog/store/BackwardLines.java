package org.waypost.eventlog.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a file, the last one first. A line without an end is none. One thread. */
final class BackwardLines implements Closeable {
    private static final int BLOCK = 64 << 10;
    /** No line that was written is longer; what is, is damage and passed over. */
    private static final int LONGEST = 1 << 20;

    private final FileChannel channel;
    /** Where {@link #bytes} begin in the file. */
    private long start;
    private byte[] bytes = new byte[0];
    /** Behind the next line and its end, in {@link #bytes}. */
    private int end;

    private BackwardLines(FileChannel channel, long size) {
        this.channel = channel;
        this.start = size;
    }

    static BackwardLines open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            BackwardLines lines = new BackwardLines(channel, channel.size());
            lines.next();
            return lines;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** @return the line before, without its end; empty when there is none */
    Optional<byte[]> next() throws IOException {
        int scanned = end;
        while (true) {
            for (int i = scanned - 1; i >= 0; i--) {
                if (bytes[i] == '\n') {
                    return Optional.of(line(i + 1));
                }
            }
            if (start == 0) {
                return end == 0 ? Optional.empty() : Optional.of(line(0));
            }
            scanned = readBefore();
        }
    }

    /** The line from there on; its own end is left to the one before. */
    private byte[] line(int from) {
        byte[] line = Arrays.copyOfRange(bytes, from, end);
        end = Math.max(0, from - 1);
        return line;
    }

    /** @return how many octets came in front */
    private int readBefore() throws IOException {
        int length = (int) Math.min(BLOCK, start);
        int rest = end > LONGEST ? 0 : end;
        byte[] more = new byte[length + rest];
        ByteBuffer buffer = ByteBuffer.wrap(more, 0, length);
        while (buffer.hasRemaining() && channel.read(buffer, start - length + buffer.position()) > 0) {
            // Until it is full; the file only grows.
        }
        System.arraycopy(bytes, 0, more, length, rest);
        bytes = more;
        start -= length;
        end = length + rest;
        return length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
