package org.waypost.format.dsn;

import java.util.stream.Collectors;
import org.waypost.format.text.Characters;

/** Writes header and status fields whose values come from anywhere: one line per value, folded (RFC 5322 2.1.1). */
final class FieldWriter {
    /** Of a value in characters; what a remote says beyond that helps nobody. */
    private static final int MAX_VALUE = 2000;
    private static final int MAX_WORD = 900;
    private static final int WIDTH = 76;

    private final StringBuilder out;
    private final boolean international;

    FieldWriter(StringBuilder out, boolean international) {
        this.out = out;
        this.international = international;
    }

    FieldWriter field(String name, String value) {
        out.append(name).append(':');
        int column = name.length() + 1;
        for (String word : harmless(value).split(" ")) {
            if (word.isEmpty()) {
                continue;
            }
            if (column > name.length() + 1 && column + 1 + word.length() > WIDTH) {
                out.append("\r\n");
                column = 0;
            }
            out.append(' ');
            column += 1 + appendWord(word);
        }
        out.append("\r\n");
        return this;
    }

    FieldWriter end() {
        out.append("\r\n");
        return this;
    }

    private int appendWord(String word) {
        int start = 0;
        while (word.length() - start > MAX_WORD / 3) {
            int cut = word.offsetByCodePoints(start, Math.min(MAX_WORD / 3, word.codePointCount(start, word.length())));
            out.append(word, start, cut).append(cut < word.length() ? "\r\n " : "");
            start = cut;
        }
        out.append(word, start, word.length());
        return word.length() - start;
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
