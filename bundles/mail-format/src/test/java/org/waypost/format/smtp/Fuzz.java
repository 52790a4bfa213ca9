package org.waypost.format.smtp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

/** Input for property tests: near enough to the grammar to get deep into it. */
final class Fuzz {
    private static final String[] PIECES = {"<", ">", "@", "\"", "\\", ".", ",", ":", "[", "]", " ", "=", "a", "b.c", "example.com", "-", "é", "例え",
        "\u0000", "\r\n", "\u0085", "\uD800", "😀", "IPv6:", "::1", "127.0.0.1", "256", "FROM:", "TO:", "SIZE=1", "postmaster", "+", "%", "!", ";"};

    private Fuzz() {}

    static String text(Random random, int maxPieces) {
        StringBuilder out = new StringBuilder();
        for (int n = random.nextInt(maxPieces + 1); n > 0; n--) {
            out.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return out.toString();
    }

    /** A local part of printable characters, one to 64 octets. */
    static String local(Random random, boolean international) {
        StringBuilder out = new StringBuilder();
        for (int n = 1 + random.nextInt(32); n > 0; n--) {
            out.append(international && random.nextInt(4) == 0 ? 'ü' : (char) (' ' + random.nextInt(95)));
        }
        return out.toString();
    }

    static void assertFit(Parsed<?> parsed) {
        if (parsed instanceof Parsed.Bad<?> bad) {
            assertTrue(!bad.reason().isEmpty() && bad.reason().length() < 200, bad.reason());
            assertTrue(bad.reason().chars().allMatch(c -> c >= ' ' && c < 0x7F), bad.reason());
        }
    }
}
