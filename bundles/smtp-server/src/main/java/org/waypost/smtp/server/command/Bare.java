package org.waypost.smtp.server.command;

import java.util.Optional;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.Command;
import org.waypost.smtp.server.session.Session;

/** A verb that takes no argument. */
abstract class Bare implements Command {
    @Override
    public Optional<Answer> check(Session session, String argument) {
        return argument.isEmpty() ? Optional.empty() : Optional.of(Answer.NO_ARGUMENT);
    }
}
