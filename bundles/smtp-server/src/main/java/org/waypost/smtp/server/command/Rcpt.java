package org.waypost.smtp.server.command;

import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.waypost.format.smtp.Parsed;
import org.waypost.format.smtp.RcptCommand;
import org.waypost.mail.Address;
import org.waypost.recipient.RecipientResolver;
import org.waypost.recipient.Resolution;
import org.waypost.service.Gate;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.Command;
import org.waypost.smtp.server.session.Greeting;
import org.waypost.smtp.server.session.Session;
import org.waypost.smtp.server.session.Step;
import org.waypost.smtp.server.session.Transaction;
import org.waypost.smtp.server.settings.RelayRules;

/** RCPT (RFC 5321 4.1.1.3): decides whose mail is taken. */
public final class Rcpt implements Command {
    private static final Answer RECIPIENT_OK = Answer.of(250, "2.1.5", "Recipient OK");
    private static final Answer UNKNOWN = Answer.of(550, "5.1.1", "No such user here");
    private static final Answer RELAYING_DENIED = Answer.of(550, "5.7.1", "Relaying denied");
    private static final Answer NOT_KNOWN_NOW = Answer.of(451, "4.4.3", "Directory is not available, try again later");
    private static final Answer TOO_MANY = Answer.of(452, "4.5.3", "Too many recipients");

    private final Gate<RecipientResolver> resolver;

    public Rcpt(Gate<RecipientResolver> resolver) {
        this.resolver = resolver;
    }

    @Override
    public Optional<Answer> check(Session session, String argument) {
        Transaction transaction = session.transaction();
        // All recipients come before the message (RFC 5321 3.3).
        if (transaction.hasContent() || transaction.failure().isPresent()) {
            return Optional.of(Answer.BAD_SEQUENCE);
        }
        return transaction.recipients().size() >= session.settings().limits().recipients()
                ? Optional.of(TOO_MANY) : Optional.empty();
    }

    @Override
    public Step execute(Session session, String argument) {
        Parsed<RcptCommand> parsed = RcptCommand.parse(argument, true);
        if (parsed instanceof Parsed.Bad<RcptCommand> bad) {
            return Step.say(Parameters.syntax(bad.reason()));
        }
        RcptCommand command = ((Parsed.Ok<RcptCommand>) parsed).value();
        if (!command.parameters().isEmpty() && !session.greeting().map(Greeting::extended).orElse(false)) {
            return Step.say(Parameters.UNKNOWN);
        }
        if (!session.transaction().envelope().international() && command.recipient().isInternational()) {
            return Step.say(Parameters.NEEDS_SMTPUTF8);
        }
        RcptParameters parameters = new RcptParameters();
        Optional<Answer> wrong = parameters.read(command.parameters());
        return wrong.isPresent() ? Step.say(wrong.get()) : decide(session, command.recipient(), parameters);
    }

    private Step decide(Session session, Address address, RcptParameters parameters) {
        RelayRules rules = session.settings().relay();
        if (isPostmasterHere(session, address)) {
            return accept(session, new Address(address.local(), ""), parameters);
        }
        if (!rules.mayBeLocal(address.domain())) {
            return relay(session, address, parameters);
        }
        CompletionStage<Resolution> resolution = resolver.call(r -> r.resolve(address));
        return new Step.Later<>(resolution, NOT_KNOWN_NOW, who -> decide(session, address, parameters, who));
    }

    private static Step decide(Session session, Address address, RcptParameters parameters, Resolution who) {
        if (who instanceof Resolution.Unknown) {
            return Step.say(UNKNOWN);
        } else if (who instanceof Resolution.Remote) {
            return relay(session, address, parameters);
        }
        return accept(session, address, parameters);
    }

    /** A user sends anywhere, and so does a server of the organization. */
    private static Step relay(Session session, Address address, RcptParameters parameters) {
        InetAddress client = session.connection().info().remote().getAddress();
        boolean trusted = session.user().isPresent() || session.server().isPresent();
        return trusted || session.settings().relay().allows(client, address.domain()) ? accept(session, address, parameters) : Step.say(RELAYING_DENIED);
    }

    private static Step accept(Session session, Address address, RcptParameters parameters) {
        session.transaction().add(address, parameters.original(), parameters.notifyOn());
        return Step.say(RECIPIENT_OK);
    }

    /** Bare, or at the address the client is connected to (RFC 5321 4.5.1). */
    private static boolean isPostmasterHere(Session session, Address address) {
        if (!address.local().equalsIgnoreCase("postmaster")) {
            return false;
        }
        return address.domain().isEmpty() || AddressLiteral.names(address.domain(), session.connection().info().local());
    }
}
