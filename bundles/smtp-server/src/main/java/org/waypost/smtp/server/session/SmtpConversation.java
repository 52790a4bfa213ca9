package org.waypost.smtp.server.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.Unit;
import org.waypost.mail.Reply;
import org.waypost.smtp.server.content.SpoolContents;
import org.waypost.smtp.server.event.SmtpEvent;
import org.waypost.smtp.server.settings.ServerSettings;

/**
 * Drives one {@link Session}: reads what the {@link InputMode} says, answers, and changes the mode in
 * {@link #enter} alone. A want is outstanding whenever no step is under way, and only then.
 */
public final class SmtpConversation implements Conversation {
    private final Connection connection;
    private final Environment environment;
    private final Session session;
    private final CommandReader commands;
    private final MessageReader messages;
    private InputMode mode = Step.COMMAND;
    private boolean atRest;

    public SmtpConversation(Connection connection, Environment environment) {
        this.connection = connection;
        this.environment = environment;
        this.session = new Session(connection, environment.settings());
        this.commands = new CommandReader(session, environment);
        this.messages = new MessageReader(session, environment);
    }

    /** @throws IllegalArgumentException if the frozen form is of an unknown protocol, version or form */
    public SmtpConversation(Connection connection, Environment environment, FrozenConversation frozen) {
        this(connection, environment);
        mode = SessionState.thaw(frozen, session, environment.store());
        atRest = true;
    }

    @Override
    public void opened() {
        write(new Answer(Reply.of(220, session.settings().hostName() + " ESMTP Waypost")));
        enter(Step.COMMAND);
    }

    @Override
    public void received(Unit unit) {
        atRest = false;
        if (unit instanceof Unit.TimedOut) {
            leave(Farewell.IDLE);
        } else if (unit instanceof Unit.Line line) {
            perform(commands.step(line));
        } else if (unit instanceof Unit.Part part) {
            perform(messages.step(mode, part));
        } else {
            session.forget();
            enter(Step.COMMAND);
        }
    }

    @Override
    public void signalled(String signal) {
        if (signal.equals(Connection.SHUTDOWN)) {
            session.shutDown();
            if (atRest && isBetweenTransactions(mode)) {
                leave(Farewell.SHUTDOWN);
            }
        }
    }

    @Override
    public void closed(CloseReason reason) {
        session.endTransaction();
    }

    @Override
    public FrozenConversation freeze() {
        return SessionState.freeze(session, mode);
    }

    private void perform(Step step) {
        if (step instanceof Step.Later<?> later) {
            await(later);
            return;
        }
        Step.Now now = (Step.Now) step;
        now.answer().ifPresent(this::write);
        if (now.sendAtOnce()) {
            connection.flush();
        }
        if (session.errors() >= session.settings().limits().errors() && now.next() instanceof InputMode.CommandLine) {
            leave(Farewell.TOO_MANY_ERRORS);
        } else {
            enter(now.next());
        }
    }

    private <T> void await(Step.Later<T> later) {
        then(later.stage(), (result, failure) -> perform(failure == null ? later.then().apply(result) : failed(failure)));
    }

    /** Goes on at once if the stage is complete, which saves a turn of the mailbox for most recipients. */
    private <T> void then(CompletionStage<T> stage, BiConsumer<T, Throwable> next) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (future.isDone()) {
            future.whenComplete(next);
        } else {
            future.whenComplete((result, failure) -> connection.execute(() -> next.accept(result, failure)));
        }
    }

    private Step failed(Throwable failure) {
        Throwable cause = SpoolContents.cause(failure);
        environment.events().report(SmtpEvent.COMMAND_FAILED, session.settings().name(), connection.info().remote(),
                cause.toString(), cause);
        return Step.say(Answer.TRY_AGAIN);
    }

    private void write(Answer answer) {
        connection.write(answer.bytes());
        if (answer.reply().isPermanent()) {
            session.countError();
        }
    }

    private void leave(Farewell farewell) {
        ServerSettings settings = session.settings();
        Answer answer = farewell.answer(settings.hostName());
        environment.events().report(SmtpEvent.SESSION_ENDED, settings.name(), connection.info().remote(), answer);
        write(answer);
        enter(new InputMode.Closing());
    }

    private void enter(InputMode next) {
        mode = next;
        if (next instanceof InputMode.Closing) {
            connection.close();
        } else if (session.isShuttingDown() && isBetweenTransactions(next)) {
            leave(Farewell.SHUTDOWN);
        } else {
            ServerSettings settings = session.settings();
            atRest = true;
            connection.read(next.want(settings.mendBareLineEnds()), next.timeout(settings.limits()));
        }
    }

    private boolean isBetweenTransactions(InputMode next) {
        return next instanceof InputMode.CommandLine && !session.hasTransaction();
    }
}
