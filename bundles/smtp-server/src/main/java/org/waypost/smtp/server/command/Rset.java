package org.waypost.smtp.server.command;

import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.Session;
import org.waypost.smtp.server.session.Step;

/** RSET: drops the transaction. */
public final class Rset extends Bare {
    @Override
    public Step execute(Session session, String argument) {
        session.endTransaction();
        return Step.say(Answer.OK);
    }
}
