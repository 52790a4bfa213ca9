package org.waypost.smtp.server.session;

import java.util.function.Predicate;

/** What must be so before a verb may come, and the answer if it is not. */
public enum Requirement {
    /** Where users must say who they are, they must be able to. */
    TLS_IF_DEMANDED(s -> s.isSecured() || !s.settings().tls().required() && !s.settings().authentication().isRequired(),
            Answer.of(530, "5.7.0", "Must issue a STARTTLS command first")),
    TLS(Session::isSecured, Answer.of(530, "5.7.0", "Must issue a STARTTLS command first")),
    HELLO(s -> s.greeting().isPresent(), Answer.of(503, "5.5.1", "Say EHLO first")),
    AUTHENTICATION_IF_DEMANDED(s -> s.user().isPresent() || s.server().isPresent() || !s.settings().authentication().isRequired(),
            Answer.of(530, "5.7.0", "Authentication required")),
    AUTHENTICATION(s -> s.user().isPresent(), Answer.of(530, "5.7.0", "Authentication required")),
    SERVER(s -> s.server().isPresent(), Answer.of(550, "5.7.1", "Only for servers of the organization")),
    NO_TRANSACTION(s -> !s.hasTransaction(), Answer.of(503, "5.5.1", "Not in the middle of a transaction")),
    TRANSACTION(Session::hasTransaction, Answer.of(503, "5.5.1", "Say MAIL first"));

    private final Predicate<Session> met;
    private final Answer refusal;

    Requirement(Predicate<Session> met, Answer refusal) {
        this.met = met;
        this.refusal = refusal;
    }

    boolean isMet(Session session) {
        return met.test(session);
    }

    Answer refusal() {
        return refusal;
    }
}
