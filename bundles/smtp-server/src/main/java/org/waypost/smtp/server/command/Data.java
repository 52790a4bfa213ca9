package org.waypost.smtp.server.command;

import java.util.Optional;
import org.waypost.mail.BodyType;
import org.waypost.mail.Reply;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.InputMode;
import org.waypost.smtp.server.session.Reception;
import org.waypost.smtp.server.session.Session;
import org.waypost.smtp.server.session.Step;
import org.waypost.smtp.server.session.Transaction;

/** DATA. */
public final class Data extends Bare {
    static final Answer NO_RECIPIENTS = Answer.of(554, "5.5.1", "No valid recipients");
    private static final Answer GO_AHEAD = new Answer(Reply.of(354, "End data with <CR><LF>.<CR><LF>"));
    private static final Answer USE_BDAT = Answer.of(503, "5.5.1", "This message is to be sent by BDAT");

    private final Reception reception;

    public Data(Reception reception) {
        this.reception = reception;
    }

    @Override
    public Optional<Answer> check(Session session, String argument) {
        Transaction transaction = session.transaction();
        // RFC 3030 3: BINARYMIME cannot go by DATA, nor can DATA follow BDAT.
        if (transaction.hasContent() || transaction.failure().isPresent()
                || transaction.envelope().body() == BodyType.BINARY_MIME) {
            return Optional.of(USE_BDAT);
        }
        return transaction.recipients().isEmpty() ? Optional.of(NO_RECIPIENTS) : super.check(session, argument);
    }

    @Override
    public Step execute(Session session, String argument) {
        return new Step.Later<>(reception.nextId(), id -> {
            reception.begin(session, id);
            return Step.say(GO_AHEAD, new InputMode.MessageData());
        });
    }
}
