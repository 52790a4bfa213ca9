package org.waypost.smtp.client.session;

import java.time.Duration;

/** The steps of a conversation, with the words for reasons and how long the peer may take (RFC 5321 4.5.3.2). */
public enum ClientStep {
    GREETING("while waiting for its greeting", Duration.ofMinutes(5)),
    EHLO("while sending EHLO", Duration.ofMinutes(5)),
    STARTTLS("while starting TLS", Duration.ofMinutes(2)),
    AUTH("while sending AUTH", Duration.ofMinutes(5)),
    MAIL("while sending MAIL FROM", Duration.ofMinutes(5)),
    RCPT("while sending RCPT TO", Duration.ofMinutes(5)),
    DATA("while sending DATA", Duration.ofMinutes(2)),
    CONTENT("while sending the message", Duration.ofMinutes(3)),
    END_OF_DATA("after the end of the message, which may be sent more than once", Duration.ofMinutes(10)),
    RSET("while sending RSET", Duration.ofSeconds(20));

    private final String phrase;
    private final Duration timeout;

    ClientStep(String phrase, Duration timeout) {
        this.phrase = phrase;
        this.timeout = timeout;
    }

    /** To be put behind "lost connection with X". */
    public String phrase() {
        return phrase;
    }

    public Duration timeout() {
        return timeout;
    }
}
