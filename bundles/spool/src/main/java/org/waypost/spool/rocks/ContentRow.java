package org.waypost.spool.rocks;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A content's row: format version, where the bytes are, and the bytes themselves if they are here.
 * Format version 1.
 */
final class ContentRow {
    /** As many octets of a row tell where the bytes are. */
    static final int HEADER = 2;
    private static final byte VERSION = 1;
    private static final byte HERE = 0;
    private static final byte IN_FILE = 1;

    private ContentRow() {
    }

    static byte[] inFile() {
        return new byte[] {VERSION, IN_FILE};
    }

    static byte[] here(List<ByteBuffer> parts, long size) {
        ByteBuffer row = ByteBuffer.allocate(Math.toIntExact(HEADER + size));
        row.put(VERSION).put(HERE);
        parts.forEach(part -> row.put(part.duplicate()));
        return row.array();
    }

    /** @param row at least its header */
    static boolean isInFile(byte[] row) {
        if (row.length < HEADER || row[0] != VERSION || row[1] != HERE && row[1] != IN_FILE) {
            throw new DamagedRowException("content row of unknown format");
        }
        return row[1] == IN_FILE;
    }

    static ByteBuffer part(byte[] row, long offset, int max) {
        int from = (int) Math.min(HEADER + offset, row.length);
        int length = Math.min(max, row.length - from);
        return ByteBuffer.wrap(row, from, length).slice();
    }
}
