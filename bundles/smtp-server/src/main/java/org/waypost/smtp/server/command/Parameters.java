package org.waypost.smtp.server.command;

import org.waypost.smtp.server.session.Answer;

/** Answers about the parameters of MAIL and RCPT, which both share (RFC 5321 4.1.1.11, RFC 6531 3.5). */
final class Parameters {
    static final Answer UNKNOWN = Answer.of(555, "5.5.4", "Parameter not recognized");
    static final Answer NEEDS_SMTPUTF8 = Answer.of(553, "5.6.7", "A non-ASCII address needs SMTPUTF8");

    private Parameters() {}

    static Answer bad(String keyword) {
        return Answer.of(501, "5.5.4", "Bad value of " + keyword);
    }

    /** The path is wrong, not the parameters. */
    static Answer syntax(String reason) {
        return Answer.of(501, "5.5.4", reason);
    }
}
