package org.waypost.spool.rocks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Keys of rows, big endian so that they sort as their numbers do. A message's recipients lie right
 * behind it: its key with the recipient's number appended.
 */
final class Keys {
    static final byte[] STATE = "state".getBytes(StandardCharsets.US_ASCII);
    static final byte[] NODE = "node".getBytes(StandardCharsets.US_ASCII);
    private static final int ID = Long.BYTES;

    private Keys() {
    }

    static byte[] id(long id) {
        return ByteBuffer.allocate(ID).putLong(id).array();
    }

    static byte[] recipient(long message, int number) {
        return ByteBuffer.allocate(ID + Integer.BYTES).putLong(message).putInt(number).array();
    }

    static boolean isRecipient(byte[] key) {
        return key.length > ID;
    }

    static long id(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }

    static int number(byte[] key) {
        return ByteBuffer.wrap(key).getInt(ID);
    }
}
