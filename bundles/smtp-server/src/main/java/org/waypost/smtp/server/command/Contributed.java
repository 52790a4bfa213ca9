package org.waypost.smtp.server.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.mail.Reply;
import org.waypost.smtp.SmtpVerb;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.Command;
import org.waypost.smtp.server.session.Session;
import org.waypost.smtp.server.session.Step;

/** A verb that another bundle contributes. */
final class Contributed implements Command {
    private final SmtpVerb verb;

    Contributed(SmtpVerb verb) {
        this.verb = verb;
    }

    @Override
    public Step execute(Session session, String argument) {
        SmtpVerb.Request request = new SmtpVerb.Request(session.settings().name(), session.connection().info().id(),
                session.connection().info().remote().getAddress().getHostAddress(), session.server(), argument);
        return new Step.Later<>(handle(request), reply -> Step.say(new Answer(reply)));
    }

    private CompletionStage<Reply> handle(SmtpVerb.Request request) {
        try {
            return verb.handle(request);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }
}
