package org.waypost.spool.rocks;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads what {@link RowWriter} wrote; fails with {@link DamagedRowException} on anything else. */
final class RowReader {
    private final byte[] bytes;
    private final int version;
    private int position;

    /** @param newest the newest format version that the caller knows */
    RowReader(byte[] bytes, int newest) {
        this.bytes = bytes;
        version = octet();
        if (version < 1 || version > newest) {
            throw new DamagedRowException("row of format version " + version + "; known are 1 to " + newest);
        }
    }

    /** Of the format the row was written in. */
    int version() {
        return version;
    }

    int octet() {
        if (position == bytes.length) {
            throw new DamagedRowException("row of " + bytes.length + " octets ends too early");
        }
        return bytes[position++] & 0xFF;
    }

    boolean flag() {
        return switch (octet()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new DamagedRowException("neither yes nor no at " + (position - 1));
        };
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new DamagedRowException("number too long at " + position);
    }

    int index(int limit) {
        long value = number();
        if (value < 0 || value >= limit) {
            throw new DamagedRowException(value + " is not below " + limit);
        }
        return (int) value;
    }

    String text() {
        int length = index(bytes.length - position + 1);
        if (length > bytes.length - position) {
            throw new DamagedRowException("text of " + length + " octets goes beyond the row");
        }
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    Optional<String> optionalText() {
        return flag() ? Optional.of(text()) : Optional.empty();
    }
}
