package org.waypost.delivery;

import java.util.Objects;
import org.waypost.mail.EnhancedStatus;

/**
 * What became of one recipient.
 *
 * @param kind what happened
 * @param status RFC 3463
 * @param text the next hop's reply or our own sentence
 * @param remote the next hop's name or address as text; empty when none was involved
 * @param remoteReply whether {@code text} is an SMTP reply of the remote (for Diagnostic-Code)
 * @param remoteAddress the next hop's IP address with its port; empty if not known
 * @param tls protocol and cipher suite of the connection; empty in the clear
 */
public record Outcome(Kind kind, EnhancedStatus status, String text, String remote, boolean remoteReply, String remoteAddress,
        String tls) {
    /** Kinds of outcome. */
    public enum Kind {
        /** In the mailbox. */
        DELIVERED,
        /** Taken by a next hop that will itself send the DSNs asked for. */
        PASSED_ON,
        /** Taken by a next hop without DSN: a wanted success DSN is "relayed" and ours to send. */
        RELAYED,
        /** To be tried again. */
        DEFERRED,
        /** Never. */
        FAILED
    }

    public Outcome {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(status);
        Objects.requireNonNull(text);
        Objects.requireNonNull(remote);
        Objects.requireNonNull(remoteAddress);
        Objects.requireNonNull(tls);
    }

    /** Of a connection nothing is known, or there was none. */
    public Outcome(Kind kind, EnhancedStatus status, String text, String remote, boolean remoteReply) {
        this(kind, status, text, remote, remoteReply, "", "");
    }

    public boolean isDone() {
        return kind != Kind.DEFERRED;
    }

    public boolean isSuccess() {
        return kind == Kind.DELIVERED || kind == Kind.PASSED_ON || kind == Kind.RELAYED;
    }
}
