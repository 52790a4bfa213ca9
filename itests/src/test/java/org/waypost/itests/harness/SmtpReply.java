package org.waypost.itests.harness;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reply as a client reads it.
 *
 * @param lines the texts after the code
 */
public record SmtpReply(int code, List<String> lines) {
    private static final Pattern ENHANCED = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?: .*)?");

    public String text() {
        return String.join("\n", lines);
    }

    /** The enhanced status code of its first line. */
    public Optional<String> enhanced() {
        Matcher m = ENHANCED.matcher(lines.get(0));
        return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
    }

    /** @throws AssertionError unless it has this code */
    public SmtpReply expect(int expected) {
        if (code != expected) {
            throw new AssertionError("expected " + expected + ", got " + this);
        }
        return this;
    }

    /** @throws AssertionError unless it has this code and this enhanced status code */
    public SmtpReply expect(int expected, String status) {
        expect(expected);
        if (!enhanced().equals(Optional.of(status))) {
            throw new AssertionError("expected " + expected + " " + status + ", got " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return code + " " + String.join(" / ", lines);
    }
}
