package org.waypost.eventlog;

import java.util.HexFormat;

/** Text of others, made harmless for a log: one line, no terminal control, bounded. */
final class Escape {
    private static final HexFormat HEX = HexFormat.of();

    private Escape() {
    }

    /** For running text: control characters and those that turn the direction of text are written as {@code \}{@code uXXXX}. */
    static void text(StringBuilder out, String text, int max) {
        append(out, text, max, "");
    }

    /** For a value between spaces or in angle brackets. */
    static void word(StringBuilder out, String text, int max) {
        append(out, text, max, " <>\\");
    }

    /** For a value in double quotes. */
    static void quoted(StringBuilder out, String text, int max) {
        out.append('"');
        append(out, text, max, "\"\\");
        out.append('"');
    }

    private static void append(StringBuilder out, String text, int max, String special) {
        int end = Math.min(text.length(), max);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (isHarmful(c) || special.indexOf(c) >= 0) {
                out.append("\\u").append(HEX.toHexDigits(c));
            } else {
                out.append(c);
            }
        }
        if (end < text.length()) {
            out.append("...");
        }
    }

    private static boolean isHarmful(char c) {
        if (c < 0x7f) {
            return c < ' ';
        }
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
