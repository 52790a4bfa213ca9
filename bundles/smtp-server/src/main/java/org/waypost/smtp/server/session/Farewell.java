package org.waypost.smtp.server.session;

/** Why the server ends a session (RFC 5321 3.8): each is said with the server's name first, as 421 demands. */
enum Farewell {
    IDLE("4.4.2", "Timeout, closing connection"),
    TOO_MANY_ERRORS("4.7.0", "Too many errors, closing connection"),
    TOO_MANY_FAILURES("4.7.0", "Too many authentication failures, closing connection"),
    SHUTDOWN("4.3.2", "Service shutting down, try again later");

    private final String status;
    private final String text;

    Farewell(String status, String text) {
        this.status = status;
        this.text = text;
    }

    Answer answer(String hostName) {
        return Answer.of(421, status, hostName + " " + text);
    }
}
