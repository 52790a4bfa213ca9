package org.waypost.route;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.waypost.routing.RouteQuestion;
import org.waypost.topology.Connector.Priority;

/** A message for one recipient: of 1,000 octets, from {@code cn=ann}, on a Wednesday at noon, unless it is told otherwise. */
record Mail(RouteQuestion question) {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    /** @param to a domain outside if there is a dot in it, else a server's name */
    static Mail of(String from, String to) {
        Optional<String> server = to.contains(".") ? Optional.empty() : Optional.of(to);
        return new Mail(new RouteQuestion(from, false, Set.of("cn=ann"), server.isEmpty() ? to : "example.org", server, 1000, Priority.NORMAL,
                NOON, Optional.empty()));
    }

    Mail octets(long size) {
        return new Mail(new RouteQuestion(question.from(), question.system(), question.listed(), question.domain(), question.server(), size,
                question.priority(), question.time(), question.previous()));
    }

    /** With the null reverse-path. */
    Mail system() {
        return new Mail(new RouteQuestion(question.from(), true, Set.of(), question.domain(), question.server(), question.size(),
                question.priority(), question.time(), question.previous()));
    }

    /** @param dns the sender and the groups it is in */
    Mail by(String... dns) {
        return new Mail(new RouteQuestion(question.from(), false, Set.of(dns), question.domain(), question.server(), question.size(),
                question.priority(), question.time(), question.previous()));
    }

    Mail priority(Priority priority) {
        return new Mail(new RouteQuestion(question.from(), question.system(), question.listed(), question.domain(), question.server(),
                question.size(), priority, question.time(), question.previous()));
    }

    /** Handed over by another server. */
    Mail handedOverBy(String previous) {
        return new Mail(new RouteQuestion(question.from(), question.system(), question.listed(), question.domain(), question.server(),
                question.size(), question.priority(), question.time(), Optional.of(previous)));
    }
}
