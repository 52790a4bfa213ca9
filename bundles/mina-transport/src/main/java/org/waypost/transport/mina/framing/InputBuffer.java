package org.waypost.transport.mina.framing;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes that came and were not yet asked for. It adopts the array of what arrives while it is empty and
 * lets go of it when it is used up, so an idle connection holds no buffer. One thread at a time.
 */
public final class InputBuffer {
    private static final byte[] NONE = new byte[0];

    private byte[] bytes = NONE;
    private int start;
    private int end;

    /** Takes the buffer's remaining bytes; its array belongs to this object afterwards. */
    public void add(ByteBuffer more) {
        if (start == end && more.hasArray()) {
            bytes = more.array();
            start = more.arrayOffset() + more.position();
            end = start + more.remaining();
        } else {
            makeRoom(more.remaining());
            int length = more.remaining();
            more.get(bytes, end, length);
            end += length;
        }
    }

    public int size() {
        return end - start;
    }

    public void clear() {
        bytes = NONE;
        start = 0;
        end = 0;
    }

    byte[] array() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    void skip(int count) {
        start += count;
        if (start == end) {
            clear();
        }
    }

    byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, start, start + count);
        skip(count);
        return taken;
    }

    private void makeRoom(int length) {
        if (bytes.length - end >= length) {
            return;
        }
        int needed = size() + length;
        byte[] roomy = new byte[Math.max(needed, Math.min(needed * 2, needed + 65_536))];
        System.arraycopy(bytes, start, roomy, 0, size());
        end = size();
        start = 0;
        bytes = roomy;
    }
}
