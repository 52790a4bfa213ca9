package org.waypost.format.text;

/** Which characters may stand in a command, a reply or a header. */
public final class Characters {
    private Characters() {}

    /**
     * Controls, halves of surrogate pairs, line separators, and what reverses the direction of the text
     * around it: what could break a line, a header or a terminal, or deceive who reads it.
     */
    public static boolean isUnsafe(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint < 0x20;
        }
        return codePoint < 0xA0 || codePoint >= 0x2028 && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069
                || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    public static boolean isLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** The text on one line: a tab becomes a space, anything else that is unsafe becomes {@code ?}. */
    public static String oneLine(String text) {
        int first = firstUnsafe(text);
        if (first == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            safe.appendCodePoint(c == '\t' ? ' ' : isUnsafe(c) ? '?' : c);
        }
        return safe.toString();
    }

    /** As {@link #oneLine}, and each character outside ASCII becomes {@code ?}. */
    public static String asciiLine(String text) {
        String line = oneLine(text);
        if (isAscii(line)) {
            return line;
        }
        StringBuilder ascii = new StringBuilder(line.length());
        line.codePoints().forEach(c -> ascii.append(c < 0x80 ? (char) c : '?'));
        return ascii.toString();
    }

    /** How many octets the text takes in UTF-8. */
    public static int octets(String text) {
        return octets(text, 0, text.length());
    }

    /** As {@link #octets(String)}, of a part. */
    public static int octets(String text, int from, int to) {
        int octets = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            octets += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return octets;
    }

    private static int firstUnsafe(String text) {
        int i = 0;
        while (i < text.length() && !isUnsafe(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }
}
