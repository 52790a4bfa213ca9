package org.waypost.format.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.format.text.Characters;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Reply;

/**
 * Collects the lines of a peer's replies (RFC 5321 4.2), one reply after the other. For one thread at
 * a time. After a {@link Parsed.Bad} it starts afresh, but the peer can hardly be followed any more.
 */
public final class ReplyReader {
    /** Lines of one reply at most. */
    public static final int MAX_LINES = 100;
    /** Octets of one reply at most. */
    public static final int MAX_OCTETS = 64 * 1024;

    private final List<String> lines = new ArrayList<>();
    private int code;
    private int octets;

    /**
     * Takes one line without its CRLF.
     *
     * @return present when the reply is complete or malformed. Control characters of the peer's text
     *     have become {@code ?}, malformed UTF-8 the replacement character
     */
    public Optional<Parsed<Reply>> line(byte[] line) {
        int lineCode = code(line);
        octets += line.length;
        String problem = problem(line, lineCode);
        if (!problem.isEmpty()) {
            reset();
            return Optional.of(new Parsed.Bad<>(problem));
        }
        code = lineCode;
        lines.add(line.length <= 4 ? ""
                : Characters.oneLine(new String(line, 4, line.length - 4, StandardCharsets.UTF_8)));
        if (line.length > 3 && line[3] == '-') {
            return Optional.empty();
        }
        Reply reply = reply();
        reset();
        return Optional.of(new Parsed.Ok<>(reply));
    }

    /** Whether a reply has begun and is not complete. */
    public boolean isInside() {
        return !lines.isEmpty();
    }

    private String problem(byte[] line, int lineCode) {
        if (lineCode < 0 || line.length > 3 && line[3] != ' ' && line[3] != '-') {
            return "The peer's answer is not an SMTP reply";
        }
        if (!lines.isEmpty() && lineCode != code) {
            return "The lines of the peer's reply differ in their code";
        }
        return lines.size() >= MAX_LINES || octets > MAX_OCTETS ? "The peer's reply is too long" : "";
    }

    private static int code(byte[] line) {
        if (line.length < 3 || line[0] < '2' || line[0] > '5' || !isDigit(line[1]) || !isDigit(line[2])) {
            return -1;
        }
        return (line[0] - '0') * 100 + (line[1] - '0') * 10 + line[2] - '0';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private Reply reply() {
        Optional<EnhancedStatus> status = StatusScanner.leading(lines.get(0), code / 100);
        if (status.isEmpty()) {
            return new Reply(code, status, lines);
        }
        String prefix = status.get().toString();
        return new Reply(code, status, lines.stream().map(line -> StatusScanner.without(line, prefix)).toList());
    }

    private void reset() {
        lines.clear();
        code = 0;
        octets = 0;
    }
}
