package org.waypost.mail;

import java.util.List;
import java.util.Optional;

/**
 * An SMTP reply (RFC 5321 4.2), ours or a peer's.
 *
 * @param code 200 to 599
 * @param status the enhanced status code (RFC 2034), if any
 * @param text the lines without code and status; at least one, which may be empty
 */
public record Reply(int code, Optional<EnhancedStatus> status, List<String> text) {
    public Reply {
        if (code < 200 || code > 599) {
            throw new IllegalArgumentException("code " + code);
        }
        text = List.copyOf(text);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a reply has at least one line");
        }
    }

    /** A reply of one line with an enhanced status, such as {@code of(250, "2.1.0", "Sender OK")}. */
    public static Reply of(int code, String status, String text) {
        return new Reply(code, Optional.of(EnhancedStatus.of(status)), List.of(text));
    }

    /** A reply of one line without an enhanced status. */
    public static Reply of(int code, String text) {
        return new Reply(code, Optional.empty(), List.of(text));
    }

    public boolean isPositive() {
        return code < 400;
    }

    public boolean isTransient() {
        return code >= 400 && code < 500;
    }

    public boolean isPermanent() {
        return code >= 500;
    }

    /** On one line, for logs and people. */
    @Override
    public String toString() {
        return code + status.map(s -> " " + s).orElse("") + " " + String.join(" / ", text);
    }
}
