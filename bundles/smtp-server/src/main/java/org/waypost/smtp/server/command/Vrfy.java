package org.waypost.smtp.server.command;

import java.util.Optional;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.Command;
import org.waypost.smtp.server.session.Session;
import org.waypost.smtp.server.session.Step;

/** VRFY: says nothing about who is here (RFC 5321 7.3), which RCPT will tell. */
public final class Vrfy implements Command {
    private static final Answer ANSWER = Answer.of(252, "2.0.0", "Send mail and the attempt will be made");
    private static final Answer NOBODY = Answer.of(501, "5.5.4", "VRFY needs an address");

    @Override
    public Optional<Answer> check(Session session, String argument) {
        return argument.isEmpty() ? Optional.of(NOBODY) : Optional.empty();
    }

    @Override
    public Step execute(Session session, String argument) {
        return Step.say(ANSWER);
    }
}
