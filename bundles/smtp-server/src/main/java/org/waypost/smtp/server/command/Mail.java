package org.waypost.smtp.server.command;

import java.util.Optional;
import org.waypost.format.smtp.MailCommand;
import org.waypost.format.smtp.Parsed;
import org.waypost.mail.Address;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.Command;
import org.waypost.smtp.server.session.Envelope;
import org.waypost.smtp.server.session.Greeting;
import org.waypost.smtp.server.session.InputMode;
import org.waypost.smtp.server.session.Session;
import org.waypost.smtp.server.session.Step;
import org.waypost.smtp.server.session.Transaction;
import org.waypost.smtp.server.session.Verbs;
import org.waypost.smtp.server.settings.Limits;

/** MAIL (RFC 5321 4.1.1.2): begins a transaction. */
public final class Mail implements Command {
    private static final Answer SENDER_OK = Answer.of(250, "2.1.0", "Sender OK");
    private static final Answer ENOUGH = Answer.of(421, "4.7.0", "Enough messages in one connection, make a new one");

    private static final Answer NOT_YOURS = Answer.of(550, "5.7.1", "That sender address is not yours");

    private final Verbs verbs;

    public Mail(Verbs verbs) {
        this.verbs = verbs;
    }

    @Override
    public Step execute(Session session, String argument) {
        Limits limits = session.settings().limits();
        if (limits.messages() > 0 && session.messages() >= limits.messages()) {
            return Step.say(ENOUGH, new InputMode.Closing());
        }
        Parsed<MailCommand> parsed = MailCommand.parse(argument, true);
        return parsed instanceof Parsed.Ok<MailCommand> ok ? begin(session, ok.value())
                : Step.say(Parameters.syntax(((Parsed.Bad<MailCommand>) parsed).reason()));
    }

    private Step begin(Session session, MailCommand command) {
        if (!command.parameters().isEmpty() && !session.greeting().map(Greeting::extended).orElse(false)) {
            return Step.say(Parameters.UNKNOWN);
        }
        MailParameters parameters = new MailParameters(session.settings());
        Optional<Answer> wrong = parameters.read(command.parameters());
        if (wrong.isPresent()) {
            return Step.say(wrong.get());
        }
        Envelope envelope = parameters.envelope(command.sender());
        if (!envelope.international() && command.sender().map(Address::isInternational).orElse(false)) {
            return Step.say(Parameters.NEEDS_SMTPUTF8);
        }
        if (isOfAnother(session, envelope)) {
            return Step.say(NOT_YOURS);
        }
        session.begin(new Transaction(envelope));
        session.verbs(verbs.names());
        return Step.say(SENDER_OK);
    }

    /** Submission rights (RFC 6409 6.1). The null reverse-path is nobody's and is not to be refused (3.2). */
    private static boolean isOfAnother(Session session, Envelope envelope) {
        return session.settings().authentication().submission() && envelope.sender()
                .filter(sender -> session.user().filter(user -> user.maySendAs(sender)).isEmpty()).isPresent();
    }
}
