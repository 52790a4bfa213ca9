package org.waypost.track.index;

import java.nio.ByteBuffer;

/** Numbers from 0 on, seven bits an octet, the lowest first. */
final class Varints {
    /** Octets of the largest number. */
    static final int LONGEST = 5;
    private static final int MORE = 0x80;

    private Varints() {
    }

    static void put(ByteBuffer to, int number) {
        int rest = number;
        while (rest >= MORE) {
            to.put((byte) (rest | MORE));
            rest >>>= 7;
        }
        to.put((byte) rest);
    }

    static int get(ByteBuffer from) {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            int part = from.get();
            number |= (part & MORE - 1) << shift;
            if ((part & MORE) == 0) {
                return number;
            }
        }
    }
}
