package org.waypost.smtp.server.command;

import java.util.Optional;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.Command;
import org.waypost.smtp.server.session.InputMode;
import org.waypost.smtp.server.session.Reception;
import org.waypost.smtp.server.session.Session;
import org.waypost.smtp.server.session.Step;
import org.waypost.smtp.server.session.Transaction;
import org.waypost.smtp.server.session.Verdict;

/** BDAT (RFC 3030). Whatever is wrong, the chunk's octets are read, so that none is taken for a command. */
public final class Bdat implements Command {
    private static final Answer SYNTAX = Answer.of(501, "5.5.4", "Syntax: BDAT octets [LAST]");

    private final Reception reception;

    public Bdat(Reception reception) {
        this.reception = reception;
    }

    @Override
    public Optional<Answer> check(Session session, String argument) {
        if (ChunkArgument.parse(argument).isEmpty()) {
            return Optional.of(SYNTAX);
        }
        return session.transaction().recipients().isEmpty() ? Optional.of(Data.NO_RECIPIENTS) : Optional.empty();
    }

    @Override
    public Step refuse(String argument, Answer answer) {
        Optional<ChunkArgument> chunk = ChunkArgument.parse(argument);
        return chunk.isEmpty() ? Step.say(SYNTAX) : Step.enter(new InputMode.Discard(chunk.get().octets(), answer));
    }

    @Override
    public Step execute(Session session, String argument) {
        ChunkArgument chunk = ChunkArgument.parse(argument).orElseThrow();
        Transaction transaction = session.transaction();
        long before = transaction.hasContent() ? transaction.content().size() : 0;
        if (before + chunk.octets() > session.settings().limits().messageSize()) {
            transaction.fail(Verdict.TOO_LARGE);
        }
        if (transaction.failure().isPresent()) {
            return failed(session, chunk, transaction.failure().get());
        }
        InputMode mode = new InputMode.Chunk(chunk.octets(), chunk.last());
        return transaction.hasContent() ? Step.enter(mode) : begin(session, mode);
    }

    private Step begin(Session session, InputMode mode) {
        return new Step.Later<>(reception.nextId(), id -> {
            reception.begin(session, id);
            return Step.enter(mode);
        });
    }

    private static Step failed(Session session, ChunkArgument chunk, Answer answer) {
        if (chunk.last()) {
            session.endTransaction();
        }
        return Step.enter(new InputMode.Discard(chunk.octets(), answer));
    }
}
