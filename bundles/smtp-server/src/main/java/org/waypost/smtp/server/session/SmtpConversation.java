package org.waypost.smtp.server.session;

import java.util.concurrent.CompletableFuture;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.Unit;
import org.waypost.mail.Reply;
import org.waypost.metrics.Metric;
import org.waypost.smtp.server.event.SmtpEvent;
import org.waypost.smtp.server.settings.ServerSettings;

/**
 * Drives one {@link Session}: reads what the {@link InputMode} says, answers, and changes the mode in
 * {@link #enter} alone. A want is outstanding whenever no step is under way, and only then.
 */
public final class SmtpConversation implements Conversation {
    /** Each waits for as long as a call through a gate does, before the pause between two of them. */
    private static final int MAX_ATTEMPTS = 15;

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
        this.session = new Session(connection, environment.settings(), environment.members());
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
            perform(step(line));
        } else if (unit instanceof Unit.Part part) {
            perform(messages.step(mode, part));
        } else if (mode instanceof InputMode.Waiting waiting) {
            perform(again(waiting.pending()));
        } else if (mode instanceof InputMode.Delayed delayed) {
            conclude(Step.say(delayed.answer(), delayed.next()).atOnce());
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
        session.forgetCredentials();
        environment.meter().count(Metric.SMTP_SESSIONS, session.settings().name());
    }

    @Override
    public FrozenConversation freeze() {
        FrozenConversation frozen = SessionState.freeze(session, mode);
        session.forgetCredentials();
        return frozen;
    }

    private Step step(Unit.Line line) {
        return mode instanceof InputMode.Authentication asked
                ? environment.authentication().response(session, asked.exchange(), line) : commands.step(line);
    }

    private void perform(Step step) {
        if (step instanceof Step.Later<?> later) {
            await(later);
        } else if (step instanceof Step.Wait wait) {
            await(wait.pending());
        } else {
            conclude((Step.Now) step);
        }
    }

    private void conclude(Step.Now now) {
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

    /** A service that does not come in time is given up: its callers are asked to try again. */
    private void await(Pending pending) {
        int attempts = mode instanceof InputMode.Waiting waiting ? waiting.attempts() + 1 : 1;
        if (attempts < MAX_ATTEMPTS) {
            enter(new InputMode.Waiting(pending, attempts));
        } else {
            environment.events().report(SmtpEvent.SERVICE_AWAY, session.settings().name(), connection.info().remote());
            perform(giveUp(pending));
        }
    }

    private Step giveUp(Pending pending) {
        if (pending instanceof Pending.Authentication) {
            return environment.authentication().giveUp(session);
        }
        return pending instanceof Pending.Command command ? commands.giveUp(command) : messages.giveUp(pending);
    }

    private Step again(Pending pending) {
        if (pending instanceof Pending.Authentication) {
            return environment.authentication().check(session);
        }
        return pending instanceof Pending.Command command ? commands.again(command) : messages.again(pending);
    }

    /** Goes on at once if the stage is complete, which saves a turn of the mailbox. */
    private <T> void await(Step.Later<T> later) {
        CompletableFuture<T> future = later.stage().toCompletableFuture();
        if (future.isDone()) {
            perform(later.then().apply(future.join()));
        } else {
            future.thenAccept(result -> connection.execute(() -> perform(later.then().apply(result))));
        }
    }

    private void write(Answer answer) {
        connection.write(answer.bytes());
        count(answer.reply());
        if (answer.reply().isPermanent()) {
            session.countError();
        }
    }

    private void count(Reply reply) {
        if (environment.meter().isOn()) {
            environment.meter().count(Metric.SMTP_REPLIES, session.settings().name(), reply.code() / 100 + "xx");
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
