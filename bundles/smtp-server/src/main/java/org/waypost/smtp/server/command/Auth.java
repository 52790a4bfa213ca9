package org.waypost.smtp.server.command;

import java.util.Locale;
import java.util.Optional;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.AuthenticationSteps;
import org.waypost.smtp.server.session.Command;
import org.waypost.smtp.server.session.Exchange;
import org.waypost.smtp.server.session.Session;
import org.waypost.smtp.server.session.Step;

/** AUTH (RFC 4954), by PLAIN and LOGIN, which both show the password and so need TLS. */
public final class Auth implements Command {
    static final String KEYWORD = "AUTH PLAIN LOGIN";
    private static final Answer NOT_HERE = Answer.of(502, "5.5.1", "Authentication is not available here");
    private static final Answer IN_THE_CLEAR = Answer.of(538, "5.7.11", "Encryption required, say STARTTLS first");
    private static final Answer TWICE = Answer.of(503, "5.5.1", "Already authenticated");
    private static final Answer UNKNOWN = Answer.of(504, "5.5.4", "Authentication mechanism not offered");

    private final AuthenticationSteps authentication;

    public Auth(AuthenticationSteps authentication) {
        this.authentication = authentication;
    }

    @Override
    public Optional<Answer> check(Session session, String argument) {
        if (session.settings().authentication().isOff() || session.settings().tls().files().isEmpty()) {
            return Optional.of(NOT_HERE);
        }
        if (!session.isSecured()) {
            return Optional.of(IN_THE_CLEAR);
        }
        if (session.user().isPresent()) {
            return Optional.of(TWICE);
        }
        return authentication.isOffered(session) ? Optional.empty() : Optional.of(NOT_HERE);
    }

    @Override
    public Step execute(Session session, String argument) {
        int space = argument.indexOf(' ');
        String mechanism = (space < 0 ? argument : argument.substring(0, space)).toUpperCase(Locale.ROOT);
        Optional<String> initial = space < 0 ? Optional.empty() : Optional.of(argument.substring(space + 1).strip());
        return Exchange.of(mechanism).map(exchange -> authentication.begin(session, exchange, initial))
                .orElseGet(() -> Step.say(UNKNOWN));
    }
}
