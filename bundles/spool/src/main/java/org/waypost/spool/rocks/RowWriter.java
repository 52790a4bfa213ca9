package org.waypost.spool.rocks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Writes a row: its format version, then its fields one after the other. Grows as needed. */
final class RowWriter {
    private byte[] bytes = new byte[160];
    private int length;

    RowWriter(int version) {
        octet(version);
    }

    RowWriter octet(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    RowWriter flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    /** Seven bits an octet, low ones first; small numbers that are not negative are short. */
    RowWriter number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return octet((int) rest);
    }

    RowWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    RowWriter optionalText(Optional<String> value) {
        flag(value.isPresent());
        value.ifPresent(this::text);
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
