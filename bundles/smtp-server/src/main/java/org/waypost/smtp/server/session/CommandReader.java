package org.waypost.smtp.server.session;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.waypost.connection.Unit;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.format.smtp.CommandLine;
import org.waypost.format.smtp.Parsed;
import org.waypost.smtp.server.content.SpoolContents;
import org.waypost.smtp.server.event.SmtpEvent;

/** From a line to the step it leads to: by the command table, or by a contributed verb. */
final class CommandReader {
    private static final Answer TOO_LONG = Answer.of(500, "5.5.2", "Line too long");
    private static final Answer BARE_LINE_END = Answer.of(500, "5.5.2", "Lines end with CRLF");
    private static final Answer UNKNOWN = Answer.of(500, "5.5.1", "Command not recognized");
    private static final int SHOWN = 200;

    private final Session session;
    private final Environment environment;

    CommandReader(Session session, Environment environment) {
        this.session = session;
        this.environment = environment;
    }

    Step step(Unit.Line line) {
        if (line.tooLong()) {
            return observed(line, Step.say(TOO_LONG));
        }
        if (line.bareLineEnd() && !session.settings().mendBareLineEnds()) {
            return observed(line, Step.say(BARE_LINE_END));
        }
        Parsed<CommandLine> parsed = CommandLine.parse(line.bytes());
        if (parsed instanceof Parsed.Ok<CommandLine> ok) {
            return observed(line, carryOut(ok.value()));
        }
        String reason = ((Parsed.Bad<CommandLine>) parsed).reason();
        return observed(line, Step.say(Answer.of(500, "5.5.2", reason)));
    }

    private Step carryOut(CommandLine command) {
        Optional<CommandTable.Row> known = environment.commands().find(command.verb());
        if (known.isEmpty() && session.verbs().contains(command.verb())) {
            Optional<CommandTable.Row> contributed = environment.verbs().find(command.verb());
            return contributed.map(row -> carryOut(row, command.argument())).orElseGet(() -> Step.say(Answer.TRY_AGAIN));
        }
        return known.map(row -> carryOut(row, command.argument())).orElseGet(() -> Step.say(UNKNOWN).atOnce());
    }

    private Step carryOut(CommandTable.Row row, String argument) {
        Optional<Answer> against = row.check(session, argument);
        Step step = against.isPresent() ? row.command().refuse(argument, against.get())
                : row.command().execute(session, argument);
        return row.endsPipelineGroup() ? atOnce(step) : step;
    }

    private static Step atOnce(Step step) {
        if (step instanceof Step.Later<?> later) {
            return atOnceLater(later);
        }
        return step instanceof Step.Now now ? now.atOnce() : step;
    }

    private static <T> Step atOnceLater(Step.Later<T> later) {
        return new Step.Later<>(later.stage(), later.otherwise(), result -> atOnce(later.then().apply(result)));
    }

    private Step observed(Unit.Line line, Step step) {
        if (step instanceof Step.Later<?> later) {
            return observedLater(line, later);
        }
        answer(step).filter(answer -> !answer.reply().isPositive()).ifPresent(answer ->
                report(SmtpEvent.COMMAND_REFUSED, line, answer));
        return step;
    }

    private static Optional<Answer> answer(Step step) {
        return step instanceof Step.Now now ? now.answer() : Optional.empty();
    }

    private <T> Step observedLater(Unit.Line line, Step.Later<T> later) {
        CompletableFuture<T> future = later.stage().toCompletableFuture();
        if (future.isDone() && !future.isCompletedExceptionally()) {
            return observed(line, later.then().apply(future.join()));
        }
        return new Step.Later<Optional<Throwable>>(future.handle((result, failure) -> Optional.ofNullable(failure)),
                failure -> failure.isPresent() ? failed(line, later.otherwise(), failure.get())
                        : observed(line, later.then().apply(future.join())));
    }

    private Step failed(Unit.Line line, Answer answer, Throwable failure) {
        if (SpoolContents.isAway(failure)) {
            return new Step.Wait(new Pending.Command(line.bytes()));
        }
        Throwable cause = SpoolContents.cause(failure);
        if (cause instanceof DirectoryAwayException) {
            // No fault of the code: a trace would tell nothing, for each recipient again.
            report(SmtpEvent.COMMAND_FAILED, line, cause.getMessage());
            return Step.say(answer);
        }
        report(SmtpEvent.COMMAND_FAILED, line, cause.toString(), cause);
        return Step.say(answer);
    }

    private void report(SmtpEvent event, Unit.Line line, Object... more) {
        Object[] parameters = new Object[3 + more.length];
        parameters[0] = session.settings().name();
        parameters[1] = session.connection().info().remote();
        parameters[2] = shown(line);
        System.arraycopy(more, 0, parameters, 3, more.length);
        environment.events().report(event, parameters);
    }

    /** Carries out a command that waited. */
    Step again(Pending.Command command) {
        return step(line(command));
    }

    /** Answers a command that waited long enough. */
    Step giveUp(Pending.Command command) {
        return observed(line(command), Step.say(Answer.TRY_AGAIN));
    }

    /** What was wrong with the line's end was looked at when it came. */
    private static Unit.Line line(Pending.Command command) {
        return new Unit.Line(command.line(), false, false);
    }

    /** Fit for a log, whatever the peer sent: without a password, which may come with AUTH. */
    private static String shown(Unit.Line line) {
        byte[] bytes = line.bytes();
        StringBuilder text = new StringBuilder(new String(bytes, 0, Math.min(SHOWN, bytes.length), StandardCharsets.UTF_8));
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                text.setCharAt(i, '?');
            }
        }
        return text.toString().strip().regionMatches(true, 0, "AUTH", 0, 4) ? "AUTH ..." : text.toString();
    }
}
