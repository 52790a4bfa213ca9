package org.waypost.track.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.rocksdb.RocksDBException;
import org.waypost.tracking.TrackingEvent;

/** Collects the lines of a block. One thread. */
public final class BlockBuilder {
    /** In octets: so much is looked through line by line while it is not in the index. */
    public static final int LARGE = 4 << 20;
    private static final int MOST_LINES = 60_000;

    /** A term with the numbers of the lines it is in, as differences. */
    interface Posting {
        void of(long term, ByteBuffer numbers) throws RocksDBException;
    }

    private final long start;
    private long end;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private int lines;
    private int[] lengths = new int[1_000];
    private final Occurrences occurrences = new Occurrences();

    /** @param start the position of the first line in its file */
    public BlockBuilder(long start) {
        this.start = start;
        end = start;
    }

    /** @param event what the line says; empty if it is damaged @param length in octets, with its end */
    public void add(Optional<TrackingEvent> event, int length) {
        event.ifPresent(this::add);
        lengths = lines == lengths.length ? Arrays.copyOf(lengths, 2 * lines) : lengths;
        lengths[lines++] = length;
        end += length;
    }

    public boolean isEmpty() {
        return lines == 0;
    }

    public boolean isFull() {
        return end - start >= LARGE || lines >= MOST_LINES;
    }

    /** The position behind the last line. */
    public long end() {
        return end;
    }

    /** The earliest time of an event, in milliseconds since 1970; later than {@link #last()} if there is none. */
    public long first() {
        return first;
    }

    public long last() {
        return last;
    }

    Block block() {
        return new Block(start, first, last, Arrays.copyOf(lengths, lines));
    }

    /** In the order of terms. */
    void postings(Posting to) throws RocksDBException {
        occurrences.sort();
        ByteBuffer numbers = ByteBuffer.allocateDirect(Varints.LONGEST * (lines + 1));
        int at = 0;
        while (at < occurrences.size()) {
            long term = occurrences.term(at);
            int before = 0;
            numbers.clear();
            for (; at < occurrences.size() && occurrences.term(at) == term; at++) {
                int number = occurrences.line(at);
                if (numbers.position() == 0 || number != before) {
                    Varints.put(numbers, number - before);
                }
                before = number;
            }
            to.of(term, numbers.flip());
        }
    }

    private void add(TrackingEvent event) {
        long time = event.time().toEpochMilli();
        first = Math.min(first, time);
        last = Math.max(last, time);
        Values.terms(event, term -> occurrences.add(term, lines));
    }
}
