package org.waypost.format.smtp;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waypost.format.text.Characters;
import org.waypost.format.text.Utf8;

/**
 * A command line, cut into its verb and the rest (RFC 5321 4.1.1).
 *
 * @param verb in upper case: letters, digits and hyphens
 * @param argument without the white space around it; may be empty
 */
public record CommandLine(String verb, String argument) {
    public CommandLine {
        Objects.requireNonNull(verb);
        Objects.requireNonNull(argument);
    }

    /**
     * Reads a line without its CRLF. White space before the line end is tolerated as 4.1.1 asks;
     * other control characters and malformed UTF-8 are bad.
     */
    public static Parsed<CommandLine> parse(byte[] line) {
        Optional<String> decoded = Utf8.decode(line);
        if (decoded.isEmpty()) {
            return new Parsed.Bad<>("Command is not valid UTF-8");
        }
        String text = decoded.get();
        int end = endWithoutWhiteSpace(text);
        if (hasUnsafe(text, end)) {
            return new Parsed.Bad<>("Command contains control characters");
        }
        int verbEnd = verbEnd(text, end);
        if (verbEnd == 0 || verbEnd < end && text.charAt(verbEnd) != ' ') {
            return new Parsed.Bad<>("Command unrecognized");
        }
        int start = verbEnd;
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        return new Parsed.Ok<>(new CommandLine(text.substring(0, verbEnd).toUpperCase(Locale.ROOT), text.substring(start, end)));
    }

    private static int endWithoutWhiteSpace(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
            end--;
        }
        return end;
    }

    private static boolean hasUnsafe(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            // A decoded text has no lone surrogates, and no pair of them is unsafe.
            if (c < 0x20 || c >= 0x7F && !Character.isSurrogate(c) && Characters.isUnsafe(c)) {
                return true;
            }
        }
        return false;
    }

    private static int verbEnd(String text, int end) {
        int i = 0;
        while (i < end && (Characters.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '-')) {
            i++;
        }
        return i;
    }
}
