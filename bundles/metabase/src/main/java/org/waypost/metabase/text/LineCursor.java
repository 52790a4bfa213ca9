package org.waypost.metabase.text;

/** A place in a line. What it meets unexpectedly is an {@link IllegalArgumentException} that says what is wrong. */
final class LineCursor {
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private final String line;
    private int at;

    LineCursor(String line) {
        this.line = line;
    }

    boolean atEnd() {
        return at == line.length();
    }

    void skipBlanks() {
        while (!atEnd() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
    }

    boolean skip(char wanted) {
        boolean there = !atEnd() && line.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    /** Blanks around it are skipped. */
    void expect(char wanted) {
        skipBlanks();
        if (!skip(wanted)) {
            throw new IllegalArgumentException("'" + wanted + "' is missing in column " + (at + 1));
        }
        skipBlanks();
    }

    /** Up to a blank, an equals sign or the end. */
    String word() {
        int start = at;
        while (!atEnd() && " \t=".indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return line.substring(start, at);
    }

    /** What follows a quotation mark up to the next one. */
    String quotedRest() {
        StringBuilder text = new StringBuilder();
        while (!skip('"')) {
            char next = next();
            text.append(next == '\\' ? escaped() : next);
        }
        return text.toString();
    }

    private char escaped() {
        char next = next();
        if (next == 'n') {
            return '\n';
        } else if (next == '"' || next == '\\') {
            return next;
        } else if (next == 'u' && line.length() - at >= HEX_DIGITS) {
            at += HEX_DIGITS;
            return (char) Integer.parseInt(line.substring(at - HEX_DIGITS, at), HEX);
        }
        throw new IllegalArgumentException("\"\\" + next + "\" in column " + at + " is no escape");
    }

    private char next() {
        if (atEnd()) {
            throw new IllegalArgumentException("the closing quotation mark is missing");
        }
        at++;
        return line.charAt(at - 1);
    }
}
