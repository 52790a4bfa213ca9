package org.waypost.format.message;

import java.util.Arrays;

/** A field name as its bytes come in; only so much of it as tells the known ones from all others. */
final class FieldName {
    private static final int ROOM = 16;

    private final byte[] name = new byte[ROOM];
    private int length;

    void clear() {
        length = 0;
    }

    void add(byte b) {
        if (length < ROOM) {
            name[length++] = (byte) (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b);
        }
    }

    boolean isEmpty() {
        return length == 0;
    }

    /**
     * @param lowerName shorter than 16 characters
     */
    boolean is(String lowerName) {
        boolean same = length == lowerName.length();
        for (int i = 0; same && i < length; i++) {
            same = name[i] == lowerName.charAt(i);
        }
        return same;
    }

    byte[] freeze() {
        return Arrays.copyOf(name, length);
    }

    void thaw(byte[] frozen) {
        System.arraycopy(frozen, 0, name, 0, frozen.length);
        length = frozen.length;
    }
}
