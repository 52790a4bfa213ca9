package org.waypost.smtp.server.command;

import org.waypost.mail.Reply;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.Greeting;
import org.waypost.smtp.server.session.Session;
import org.waypost.smtp.server.session.Step;

/** HELO, the greeting of old clients. */
public final class Helo extends Hello {
    @Override
    public Step execute(Session session, String argument) {
        session.greet(new Greeting(argument, false));
        return Step.say(new Answer(Reply.of(250, session.settings().hostName())));
    }
}
