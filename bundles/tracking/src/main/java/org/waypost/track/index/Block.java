package org.waypost.track.index;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A run of lines in a file.
 *
 * @param start the position of the first line
 * @param first the earliest time of an event in it, in milliseconds since 1970
 * @param last the latest
 * @param lengths of the lines in octets
 */
public record Block(long start, long first, long last, int[] lengths) {
    long end() {
        return start + Arrays.stream(lengths).asLongStream().sum();
    }

    /** The positions of the lines, and of the end behind them. */
    public long[] positions() {
        long[] positions = new long[lengths.length + 1];
        positions[0] = start;
        for (int i = 0; i < lengths.length; i++) {
            positions[i + 1] = positions[i] + lengths[i];
        }
        return positions;
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(4 * Long.BYTES + Varints.LONGEST * lengths.length);
        bytes.putLong(start).putLong(first).putLong(last).putInt(lengths.length);
        for (int length : lengths) {
            Varints.put(bytes, length);
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    static Block of(byte[] row) {
        ByteBuffer bytes = ByteBuffer.wrap(row);
        long start = bytes.getLong();
        long first = bytes.getLong();
        long last = bytes.getLong();
        int[] lengths = new int[bytes.getInt()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Varints.get(bytes);
        }
        return new Block(start, first, last, lengths);
    }
}
