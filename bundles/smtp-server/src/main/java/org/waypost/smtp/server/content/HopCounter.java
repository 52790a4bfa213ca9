package org.waypost.smtp.server.content;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Counts Received fields in a header that comes in pieces (RFC 5321 6.3). Its state is three numbers,
 * so that it can be frozen between any two bytes.
 */
final class HopCounter {
    private static final byte[] FIELD = {'r', 'e', 'c', 'e', 'i', 'v', 'e', 'd', ':'};
    private static final int OTHER_LINE = -1;

    private int count;
    /** How much of the field name this line matched, or {@link #OTHER_LINE}. */
    private int matched;
    private boolean complete;

    int count() {
        return count;
    }

    /** Does not change the buffer's position. */
    void feed(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit() && !complete; i++) {
            step(bytes.get(i));
        }
    }

    private void step(byte b) {
        if (matched == 0 && (b == '\r' || b == '\n')) {
            complete = true;
        } else if (b == '\n') {
            matched = 0;
        } else if (matched != OTHER_LINE) {
            match(b);
        }
    }

    private void match(byte b) {
        int lower = b >= 'A' && b <= 'Z' ? b + 32 : b;
        matched = lower == FIELD[matched] ? matched + 1 : OTHER_LINE;
        if (matched == FIELD.length) {
            count++;
            matched = OTHER_LINE;
        }
    }

    List<Integer> freeze() {
        return List.of(count, matched, complete ? 1 : 0);
    }

    static HopCounter thaw(List<?> frozen) {
        HopCounter hops = new HopCounter();
        hops.count = (Integer) frozen.get(0);
        hops.matched = (Integer) frozen.get(1);
        hops.complete = (Integer) frozen.get(2) == 1;
        return hops;
    }
}
