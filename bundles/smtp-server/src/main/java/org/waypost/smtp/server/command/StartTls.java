package org.waypost.smtp.server.command;

import java.util.Optional;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.InputMode;
import org.waypost.smtp.server.session.Session;
import org.waypost.smtp.server.session.Step;

/** STARTTLS (RFC 3207). */
public final class StartTls extends Bare {
    private static final Answer READY = Answer.of(220, "2.0.0", "Ready to start TLS");
    private static final Answer NO_CERTIFICATE = Answer.of(502, "5.5.1", "TLS is not configured here");

    @Override
    public Optional<Answer> check(Session session, String argument) {
        if (!session.canBeSecured()) {
            return Optional.of(NO_CERTIFICATE);
        }
        return session.isSecured() ? Optional.of(Answer.BAD_SEQUENCE) : super.check(session, argument);
    }

    @Override
    public Step execute(Session session, String argument) {
        return Step.say(READY, new InputMode.Handshake());
    }
}
