package org.waypost.rus.template;

/** The form {@code Dot-string} of RFC 5321 4.1.2, which needs no quotes, of at most 64 characters (4.5.3.1.1). */
final class LocalPart {
    static final int MAX_LENGTH = 64;
    private static final String SPECIALS = "!#$%&'*+-/=?^_`{|}~";

    private LocalPart() {}

    static boolean isAtext(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || SPECIALS.indexOf(c) >= 0;
    }

    /** Without dots at its ends and beside each other. @param text atext and dots only */
    static String dotted(CharSequence text) {
        String dotted = text.toString().replaceAll("\\.{2,}", ".").replaceAll("^\\.|\\.$", "");
        return dotted.length() <= MAX_LENGTH ? dotted : dotted(dotted.substring(0, MAX_LENGTH));
    }

    /** The same for the second, third, ... who would have it. @param number 1 or more */
    static String numbered(String local, int number) {
        String digits = number == 1 ? "" : Integer.toString(number);
        return dotted(local.substring(0, Math.min(local.length(), MAX_LENGTH - digits.length()))) + digits;
    }
}
