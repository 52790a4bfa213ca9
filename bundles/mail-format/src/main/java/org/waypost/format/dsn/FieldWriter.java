package org.waypost.format.dsn;

import java.util.stream.Collectors;
import org.waypost.format.text.Characters;

/** Writes header and status fields whose values come from anywhere: one line per value, folded (RFC 5322 2.1.1). */
final class FieldWriter {
    /** Of a value in characters; what a remote says beyond that helps nobody. */
    private static final int MAX_VALUE = 2000;
    /** In octets. */
    private static final int MAX_WORD = 900;
    private static final int WIDTH = 76;

    private final StringBuilder out;
    private final boolean international;

    FieldWriter(StringBuilder out, boolean international) {
        this.out = out;
        this.international = international;
    }

    /** The value unfolds to itself: spaces are kept, and a fold stands before one of them. */
    FieldWriter field(String name, String value) {
        out.append(name).append(':');
        int column = name.length() + 1;
        String line = harmless(value).stripTrailing();
        int at = 0;
        while (at < line.length()) {
            int word = at;
            while (word < line.length() && line.charAt(word) == ' ') {
                word++;
            }
            int end = line.indexOf(' ', word);
            end = end < 0 ? line.length() : end;
            if (at > 0 && column + end - at > WIDTH) {
                out.append("\r\n");
                column = 0;
            }
            out.append(at == 0 ? " " : "").append(line, at, word);
            column += word - at + appendWord(line.substring(word, end));
            at = end;
        }
        out.append("\r\n");
        return this;
    }

    FieldWriter end() {
        out.append("\r\n");
        return this;
    }

    /** A word beyond the length of any line is broken by a space; no address is that long. */
    private int appendWord(String word) {
        int octets = 0;
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            int c = word.codePointAt(i);
            octets += Characters.octets(Character.toString(c));
            if (octets > MAX_WORD) {
                out.append("\r\n ");
                octets = 0;
            }
            out.appendCodePoint(c);
        }
        return octets;
    }

    private String harmless(String value) {
        String line = oneLine(value);
        return international ? line : Characters.asciiLine(line);
    }

    /** A text of several lines on one, cut at a length that fits any report. */
    static String oneLine(String text) {
        String line = Characters.oneLine(text.lines().map(String::strip).collect(Collectors.joining(" ")));
        if (line.length() <= MAX_VALUE) {
            return line;
        }
        int cut = Character.isHighSurrogate(line.charAt(MAX_VALUE - 1)) ? MAX_VALUE - 1 : MAX_VALUE;
        return line.substring(0, cut) + " ...";
    }
}
