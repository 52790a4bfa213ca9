package org.waypost.testkit.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A transcript of an SMTP dialogue, with both sides in the order in which they speak.
 *
 * <pre>
 * # a comment; empty lines are skipped
 * S: 220 mail.example.com *      the server's line begins so
 * C: EHLO client.example         the client sends this and CRLF
 * S~ 250[- ].*                   the server's line matches as a whole
 * D: Subject: x\r\nbare\nLF      the client sends this, with \r \n \t \0 \\ \xHH read as in Java, and nothing more
 * C64: DQo=                      the client sends these bytes
 * S: 250 2.0.0 OK                the server's line is this
 * X: close                       the server closes the connection
 * </pre>
 *
 * <p>Text is UTF-8. A line that begins otherwise is a mistake in the script.
 *
 * @param name for messages
 * @param steps in order
 */
public record SmtpScript(String name, List<Step> steps) {
    public SmtpScript {
        Objects.requireNonNull(name);
        steps = List.copyOf(steps);
    }

    /**
     * @throws IllegalArgumentException naming file and line of a mistake
     */
    public static SmtpScript parse(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script given as text. */
    public static SmtpScript parse(String text) {
        return parse("script", text);
    }

    /** A script given as text, with a name for messages. */
    public static SmtpScript parse(String name, String text) {
        List<Step> steps = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                steps.add(step(name, number, line));
            }
        }
        return new SmtpScript(name, steps);
    }

    private static Step step(String name, int number, String line) {
        try {
            return StepParser.parse(number, line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ":" + number + ": " + e.getMessage(), e);
        }
    }
}
