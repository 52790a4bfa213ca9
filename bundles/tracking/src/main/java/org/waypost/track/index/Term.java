package org.waypost.track.index;

import org.waypost.mail.Address;

/**
 * A value in one of the fields that are asked for, as 48 bits. Two values may have the same ones, so a line that was found
 * is compared with what was asked. The bits are on the disk: they must not change.
 */
public enum Term {
    MESSAGE('i'),
    HEADER('h'),
    SENDER('s'),
    RECIPIENT('r'),
    REMOTE('n'),
    KIND('k');

    private static final long FNV_BASIS = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final char ASCII_END = 0x80;

    private final char field;

    Term(char field) {
        this.field = field;
    }

    /** @return 48 bits, the same for texts that differ in case only */
    public long of(String text) {
        return mixed(hash(hash(), text));
    }

    /** The same as of its text. */
    long of(Address address) {
        long local = hash(hash(), address.local());
        return mixed(address.domain().isEmpty() ? local : hash((local ^ '@') * FNV_PRIME, address.domain()));
    }

    /** @return 48 bits */
    public long of(long number) {
        return mixed(hash() ^ number);
    }

    private long hash() {
        return (FNV_BASIS ^ field) * FNV_PRIME;
    }

    private static long hash(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ folded(text.charAt(i))) * FNV_PRIME;
        }
        return hash;
    }

    /** As {@link String#equalsIgnoreCase} compares. */
    private static char folded(char letter) {
        if (letter < ASCII_END) {
            return letter >= 'A' && letter <= 'Z' ? (char) (letter + 'a' - 'A') : letter;
        }
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 32) * MIX;
        mixed = (mixed ^ mixed >>> 29) * MIX;
        return (mixed ^ mixed >>> 32) >>> 16;
    }
}
