package org.waypost.smtp.server.session;

import java.util.Optional;
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
        boolean done = session.transaction().content().add(part.bytes(), part.bareLineEnds(), part.last() && endsMessage(mode),
                session.settings().limits());
        Pending.Part pending = new Pending.Part(mode, part.last(), octets);
        return done ? taken(pending) : stream(pending);
    }

    private static boolean endsMessage(InputMode mode) {
        return !(mode instanceof InputMode.Chunk chunk) || chunk.last();
    }

    /** Does what waited for the spool. */
    Step again(Pending pending) {
        return pending instanceof Pending.Part part ? stream(part) : finish();
    }

    /** It waited long enough. */
    Step giveUp(Pending pending) {
        if (pending instanceof Pending.Part part) {
            session.transaction().content().failed(false);
            return taken(part);
        }
        return finished(Answer.TRY_AGAIN);
    }

    private Step stream(Pending.Part part) {
        IncomingContent content = session.transaction().content();
        return new Step.Later<>(content.flush().handle((done, failure) -> Optional.ofNullable(failure)), failure -> {
            if (failure.isEmpty()) {
                content.flushed();
            } else if (SpoolContents.isAway(failure.get())) {
                content.unflushed();
                return new Step.Wait(part);
            } else {
                lost(content, SpoolContents.cause(failure.get()));
            }
            return taken(part);
        });
    }

    private void lost(IncomingContent content, Throwable cause) {
        content.failed(cause instanceof SpoolFullException);
        environment.events().report(SmtpEvent.MESSAGE_NOT_STORED, session.settings().name(), content.id().value(),
                cause.toString(), cause);
    }

    private Step taken(Pending.Part part) {
        if (part.mode() instanceof InputMode.Chunk chunk) {
            return part.last() ? chunkTaken(chunk) : Step.enter(chunk.after(part.octets()));
        }
        return part.last() ? finish() : Step.enter(part.mode());
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
        return new Step.Later<>(environment.reception().finish(session),
                answer -> answer.isPresent() ? finished(answer.get()) : new Step.Wait(new Pending.EndOfMessage()));
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
