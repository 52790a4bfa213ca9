package org.waypost.track.index;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.waypost.track.file.LogFile;

/** Keys of rows, big endian: all rows of a file lie together, and in it all of a term. */
final class Keys {
    private static final byte BLOCK = 'b';
    private static final byte TERM = 't';
    private static final int FILE_BYTES = Integer.BYTES + Short.BYTES;
    private static final int TERM_BYTES = 6;
    /** In octets. */
    static final int LONGEST = FILE_BYTES + 1 + TERM_BYTES + Short.BYTES;
    private static final int UNSIGNED_SHORT = 0xFFFF;

    private Keys() {
    }

    static byte[] block(LogFile file, int block) {
        return kind(file, BLOCK, Short.BYTES).putShort((short) block).array();
    }

    static byte[] term(LogFile file, long term, int block) {
        ByteBuffer key = ByteBuffer.allocate(LONGEST);
        term(key, file, term, block);
        return key.array();
    }

    /** Puts the key of a term there. */
    static void term(ByteBuffer to, LogFile file, long term, int block) {
        to.putInt((int) file.day().toEpochDay()).putShort((short) file.number()).put(TERM).putShort((short) (term >>> Integer.SIZE))
                .putInt((int) term).putShort((short) block);
    }

    /** Where a file's rows begin. */
    static byte[] start(LogFile file) {
        return file(file, 0).array();
    }

    /** Behind a file's blocks. */
    static byte[] endOfBlocks(LogFile file) {
        return kind(file, TERM, 0).array();
    }

    /** Behind all rows of a file. */
    static byte[] end(LogFile file) {
        return start(file.next(file.day()));
    }

    static int block(byte[] key) {
        return ByteBuffer.wrap(key).getShort(key.length - Short.BYTES) & UNSIGNED_SHORT;
    }

    static LogFile file(byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(key);
        return new LogFile(LocalDate.ofEpochDay(bytes.getInt()), bytes.getShort() & UNSIGNED_SHORT);
    }

    private static ByteBuffer kind(LogFile file, byte kind, int more) {
        return file(file, 1 + more).put(kind);
    }

    private static ByteBuffer file(LogFile file, int more) {
        return ByteBuffer.allocate(FILE_BYTES + more).putInt((int) file.day().toEpochDay()).putShort((short) file.number());
    }
}
