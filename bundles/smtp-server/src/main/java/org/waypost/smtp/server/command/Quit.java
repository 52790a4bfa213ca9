package org.waypost.smtp.server.command;

import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.InputMode;
import org.waypost.smtp.server.session.Session;
import org.waypost.smtp.server.session.Step;

/** QUIT. */
public final class Quit extends Bare {
    private static final Answer BYE = Answer.of(221, "2.0.0", "Bye");

    @Override
    public Step execute(Session session, String argument) {
        session.endTransaction();
        return Step.say(BYE, new InputMode.Closing());
    }
}
