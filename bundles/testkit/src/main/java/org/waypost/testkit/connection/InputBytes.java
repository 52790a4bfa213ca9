package org.waypost.testkit.connection;

import java.io.ByteArrayOutputStream;

/** Bytes received and not yet asked for. */
final class InputBytes {
    private byte[] bytes = new byte[0];
    private int from;

    void add(byte[] more) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, from, bytes.length - from);
        all.write(more, 0, more.length);
        bytes = all.toByteArray();
        from = 0;
    }

    int available() {
        return bytes.length - from;
    }

    byte next() {
        return bytes[from++];
    }

    void clear() {
        from = bytes.length;
    }
}
