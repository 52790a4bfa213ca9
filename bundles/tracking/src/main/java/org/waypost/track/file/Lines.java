package org.waypost.track.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A file of lines, read by position. A line without an end is none. One thread. */
public final class Lines implements Closeable {
    /** No line that was written is longer; a longer one is damage and taken in pieces. */
    private static final int LONGEST = 1 << 20;
    private static final int BUFFER = 64 << 10;

    /** Sees a line with its end, and says whether to go on. */
    public interface Visitor {
        boolean line(byte[] bytes, int offset, int length) throws IOException;
    }

    private final FileChannel channel;

    private Lines(FileChannel channel) {
        this.channel = channel;
    }

    public static Lines open(Path file) throws IOException {
        return new Lines(FileChannel.open(file, StandardOpenOption.READ));
    }

    public long size() throws IOException {
        return channel.size();
    }

    /** @return the octets there, fewer if the file ends before */
    public byte[] read(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
            // Until it is full or the file ends.
        }
        return buffer.position() == length ? buffer.array() : Arrays.copyOf(buffer.array(), buffer.position());
    }

    /**
     * Visits the whole lines between two positions.
     *
     * @return the position behind the last line visited
     */
    public long scan(long from, long to, Visitor visitor) throws IOException {
        byte[] bytes = new byte[BUFFER];
        long position = from;
        int filled = 0;
        while (true) {
            int more = (int) Math.min(bytes.length - filled, to - position - filled);
            int read = more <= 0 ? -1 : channel.read(ByteBuffer.wrap(bytes, filled, more), position + filled);
            filled += Math.max(read, 0);
            int taken = 0;
            for (int end = end(bytes, 0, filled); end > 0; end = end(bytes, taken, filled)) {
                boolean goOn = visitor.line(bytes, taken, end - taken);
                taken = end;
                if (!goOn) {
                    return position + taken;
                }
            }
            if (read < 0) {
                return position + taken;
            }
            filled -= taken;
            position += taken;
            System.arraycopy(bytes, taken, bytes, 0, filled);
            bytes = filled == bytes.length ? Arrays.copyOf(bytes, 2 * filled) : bytes;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** @return behind the line that begins there; 0 if it does not end here */
    private static int end(byte[] bytes, int from, int filled) {
        int to = Math.min(filled, from + LONGEST);
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return to - from == LONGEST ? to : 0;
    }
}
