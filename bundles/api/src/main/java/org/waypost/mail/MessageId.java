package org.waypost.mail;

/**
 * The global id of an accepted message, called queue id by people. Ids of one server grow with time.
 *
 * @param value 42 bits of milliseconds since 1970, 11 bits of sequence, 10 bits of the server's node
 *     number; never negative
 */
public record MessageId(long value) implements Comparable<MessageId> {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 13;
    /** Twelve digits are 60 bits; the first has the other three of 63. */
    private static final int LARGEST_FIRST = 7;

    public MessageId {
        if (value < 0) {
            throw new IllegalArgumentException("negative id");
        }
    }

    /**
     * Reads what {@link #toString()} wrote, in either case.
     *
     * @throws IllegalArgumentException if it is no id
     */
    public static MessageId parse(String text) {
        long value = 0;
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("not a queue id (13 digits and letters): " + text);
        }
        for (int i = 0; i < LENGTH; i++) {
            int digit = DIGITS.indexOf(Character.toUpperCase(text.charAt(i)));
            if (digit < 0) {
                throw new IllegalArgumentException("not a queue id (13 digits and letters): " + text);
            }
            value = value << 5 | digit;
        }
        if (DIGITS.indexOf(Character.toUpperCase(text.charAt(0))) > LARGEST_FIRST) {
            throw new IllegalArgumentException("larger than any queue id: " + text);
        }
        return new MessageId(value);
    }

    @Override
    public int compareTo(MessageId other) {
        return Long.compare(value, other.value);
    }

    /** Thirteen digits of Crockford's base 32, which sort as the ids do. */
    @Override
    public String toString() {
        char[] text = new char[LENGTH];
        long rest = value;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }
}
