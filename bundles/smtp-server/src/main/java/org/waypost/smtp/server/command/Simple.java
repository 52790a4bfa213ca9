package org.waypost.smtp.server.command;

import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.Command;
import org.waypost.smtp.server.session.Session;
import org.waypost.smtp.server.session.Step;

/** A verb that is answered alike whatever follows it: NOOP, EXPN, HELP. */
public final class Simple implements Command {
    private final Answer answer;

    public Simple(Answer answer) {
        this.answer = answer;
    }

    @Override
    public Step execute(Session session, String argument) {
        return Step.say(answer);
    }
}
