package org.waypost.smtp.server.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.waypost.connection.Unit;
import org.waypost.mail.Reply;
import org.waypost.smtp.server.authentication.Credentials;
import org.waypost.smtp.server.authentication.SaslResponse;
import org.waypost.smtp.server.authentication.UserCheck;
import org.waypost.smtp.server.authentication.UserCheck.Result;
import org.waypost.smtp.server.settings.AuthenticationRules;

/**
 * The exchange that AUTH begins, step by step (RFC 4954 4). It has no state: a session keeps its credentials, and
 * only for as long as they are being checked.
 */
public final class AuthenticationSteps {
    private static final byte[] CANCEL = {'*'};
    /** How a client says with the command that its response is empty. */
    private static final String EMPTY = "=";
    private static final Answer CANCELLED = Answer.of(501, "5.7.0", "Authentication cancelled");
    private static final Answer TOO_LONG = Answer.of(500, "5.5.6", "Authentication response is too long");
    private static final Answer BARE_LINE_END = Answer.of(500, "5.5.2", "Lines end with CRLF");
    private static final Answer NO_BASE64 = Answer.of(501, "5.5.2", "Response is not base64");
    private static final Answer DENIED = Answer.of(535, "5.7.8", "Authentication credentials invalid");
    private static final Answer UNAVAILABLE = Answer.of(454, "4.7.0", "Temporary authentication failure, try again later");
    private static final Answer USER_LIMITED = Answer.of(454, "4.7.0", "Too many failures with this user, try again later");
    private static final Answer SUCCEEDED = Answer.of(235, "2.7.0", "Authentication successful");

    private final UserCheck users;

    public AuthenticationSteps(UserCheck users) {
        this.users = users;
    }

    /** Whether AUTH may be used, were the connection secured. */
    public boolean isOffered(Session session) {
        return users.isOffered(session.settings().authentication());
    }

    /** @param initial the response that came with the command */
    public Step begin(Session session, Exchange exchange, Optional<String> initial) {
        return initial.map(response -> response.equals(EMPTY) ? new byte[0] : response.getBytes(StandardCharsets.UTF_8))
                .map(response -> response(session, exchange, response)).orElseGet(() -> ask(exchange));
    }

    Step response(Session session, Exchange exchange, Unit.Line line) {
        if (line.tooLong()) {
            return Step.say(TOO_LONG);
        }
        if (line.bareLineEnd() && !session.settings().mendBareLineEnds()) {
            return Step.say(BARE_LINE_END);
        }
        return Arrays.equals(line.bytes(), CANCEL) ? Step.say(CANCELLED) : response(session, exchange, line.bytes());
    }

    private Step response(Session session, Exchange exchange, byte[] base64) {
        Optional<byte[]> decoded = SaslResponse.decode(base64);
        if (decoded.isEmpty()) {
            return Step.say(NO_BASE64);
        }
        Exchange.Outcome outcome = exchange.answer(decoded.get());
        if (outcome instanceof Exchange.Outcome.Ask ask) {
            return ask(ask.next());
        } else if (outcome instanceof Exchange.Outcome.Check check) {
            session.credentials(check.credentials());
            return check(session);
        }
        return later(session, DENIED, Step.COMMAND);
    }

    private static Step ask(Exchange exchange) {
        return Step.say(new Answer(Reply.of(334, exchange.challenge())), new InputMode.Authentication(exchange)).atOnce();
    }

    /** Asks once more, since whoever could tell may have come. What was thawed has no credentials: they are not kept. */
    Step check(Session session) {
        Optional<Credentials> credentials = session.credentials();
        return credentials.isEmpty() ? giveUp(session) : new Step.Later<>(users.check(session.settings(),
                session.connection().info().remote().getAddress(), credentials.get()), result -> conclude(session, result));
    }

    Step giveUp(Session session) {
        session.forgetCredentials();
        return Step.say(UNAVAILABLE).atOnce();
    }

    private Step conclude(Session session, Result result) {
        if (result instanceof Result.Away) {
            return new Step.Wait(new Pending.Authentication());
        }
        session.forgetCredentials();
        if (result instanceof Result.Accepted accepted) {
            session.user(new User(accepted.who().user(), accepted.who().addresses()));
            return Step.say(SUCCEEDED).atOnce();
        } else if (result instanceof Result.Denied) {
            return later(session, DENIED, Step.COMMAND);
        } else if (result instanceof Result.UserLimited) {
            return later(session, USER_LIMITED, Step.COMMAND);
        } else if (result instanceof Result.AddressLimited) {
            return later(session, Farewell.TOO_MANY_FAILURES.answer(session.settings().hostName()), new InputMode.Closing());
        }
        return Step.say(UNAVAILABLE).atOnce();
    }

    /** Who guesses waits; nothing but this connection waits with him. */
    private static Step later(Session session, Answer answer, InputMode next) {
        AuthenticationRules rules = session.settings().authentication();
        Duration delay = rules.failureDelay();
        return delay.isZero() ? Step.say(answer, next).atOnce() : Step.enter(new InputMode.Delayed(answer, next, delay));
    }
}
