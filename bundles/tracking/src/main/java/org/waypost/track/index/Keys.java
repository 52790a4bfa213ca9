package org.waypost.track.index;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.waypost.track.file.LogFile;

/** Keys of rows, big endian: all rows of a kind and a file lie together, and all of a term in it. */
final class Keys {
    static final byte BLOCK = 'b';
    static final byte TERM = 't';
    private static final int FILE_BYTES = 1 + Integer.BYTES + Short.BYTES;
    private static final int TERM_BYTES = 6;
    private static final int UNSIGNED_SHORT = 0xFFFF;

    private Keys() {
    }

    static byte[] block(LogFile file, int block) {
        return file(BLOCK, file, Short.BYTES).putShort((short) block).array();
    }

    static byte[] term(LogFile file, long term, int block) {
        return term(file(TERM, file, TERM_BYTES + Short.BYTES), term).putShort((short) block).array();
    }

    /** Where the rows of a kind and a file begin. */
    static byte[] start(byte kind, LogFile file) {
        return file(kind, file, 0).array();
    }

    /** Behind all rows of a kind and a file. */
    static byte[] end(byte kind, LogFile file) {
        return start(kind, file.number() < UNSIGNED_SHORT ? new LogFile(file.day(), file.number() + 1)
                : new LogFile(file.day().plusDays(1), 1));
    }

    static int block(byte[] key) {
        return ByteBuffer.wrap(key).getShort(key.length - Short.BYTES) & UNSIGNED_SHORT;
    }

    static LogFile file(byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(key);
        return new LogFile(LocalDate.ofEpochDay(bytes.getInt(1)), bytes.getShort(1 + Integer.BYTES) & UNSIGNED_SHORT);
    }

    private static ByteBuffer file(byte kind, LogFile file, int more) {
        return ByteBuffer.allocate(FILE_BYTES + more).put(kind).putInt((int) file.day().toEpochDay()).putShort((short) file.number());
    }

    private static ByteBuffer term(ByteBuffer key, long term) {
        return key.putShort((short) (term >>> Integer.SIZE)).putInt((int) term);
    }
}
