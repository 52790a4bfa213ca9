package org.waypost.smtp.server.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.waypost.connection.Unit;
import org.waypost.mail.Address;
import org.waypost.smtp.server.content.IncomingContent;
import org.waypost.smtp.server.content.SpoolContents;
import org.waypost.smtp.server.event.SmtpEvent;
import org.waypost.spool.SpoolFullException;

/** From a part of a message to the step it leads to. */
final class MessageReader {
    private final Session session;
    private final Environment environment;

    MessageReader(Session session, Environment environment) {
        this.session = session;
        this.environment = environment;
    }

    Step step(InputMode mode, Unit.Part part) {
        int octets = part.bytes().remaining();
        if (mode instanceof InputMode.Discard discard) {
            return part.last() ? refused(discard.answer()) : Step.enter(discard.after(octets));
        }
        IncomingContent content = session.transaction().content();
        CompletableFuture<Void> added =
                content.add(part.bytes(), part.bareLineEnds(), session.settings().limits()).toCompletableFuture();
        if (added.isDone() && !added.isCompletedExceptionally()) {
            return taken(mode, part.last(), octets);
        }
        return new Step.Later<>(added.handle((done, failure) -> Optional.ofNullable(failure)), failure -> {
            failure.ifPresent(f -> lost(content, SpoolContents.cause(f)));
            return taken(mode, part.last(), octets);
        });
    }

    private void lost(IncomingContent content, Throwable cause) {
        content.failed(cause instanceof SpoolFullException);
        environment.events().report(SmtpEvent.MESSAGE_NOT_STORED, session.settings().name(), content.id().value(),
                cause.toString(), cause);
    }

    private Step taken(InputMode mode, boolean last, int octets) {
        if (mode instanceof InputMode.Chunk chunk) {
            return last ? chunkTaken(chunk) : Step.enter(chunk.after(octets));
        }
        return last ? finish() : Step.enter(mode);
    }

    private Step chunkTaken(InputMode.Chunk chunk) {
        if (chunk.last()) {
            return finish();
        }
        Transaction transaction = session.transaction();
        Optional<Answer> fault = Verdict.fault(transaction.content());
        if (fault.isPresent()) {
            transaction.fail(fault.get());
            return refused(fault.get());
        }
        return Step.say(Answer.of(250, "2.0.0", transaction.content().size() + " octets received"));
    }

    private Step finish() {
        return new Step.Later<>(environment.reception().finish(session), this::finished);
    }

    private Step finished(Answer answer) {
        Step step = answer.reply().isPositive() ? Step.say(answer) : refused(answer);
        if (answer.reply().isPositive()) {
            session.countMessage();
        }
        session.endTransaction();
        return step;
    }

    private Step refused(Answer answer) {
        String sender = session.hasTransaction()
                ? session.transaction().envelope().sender().map(Address::toString).orElse("<>") : "nobody";
        environment.events().report(SmtpEvent.MESSAGE_REFUSED, session.settings().name(), sender,
                session.connection().info().remote(), answer);
        return Step.say(answer);
    }
}
