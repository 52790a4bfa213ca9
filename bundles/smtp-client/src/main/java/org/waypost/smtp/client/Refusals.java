package org.waypost.smtp.client;

import java.util.List;
import java.util.Set;
import org.waypost.delivery.Outcome;
import org.waypost.mail.EnhancedStatus;
import org.waypost.routing.NextHop;

/** What the refusals of a next hop mean. */
final class Refusals {
    /** "Authentication required" and "Relaying denied". */
    private static final Set<EnhancedStatus> TO_STRANGERS = Set.of(EnhancedStatus.of("5.7.0"), EnhancedStatus.of("5.7.1"));

    private Refusals() {}

    /**
     * A server of the organization that does not know us as one (a key is on its way to it, or it has only just
     * started) takes us for a stranger: the message waits until it does.
     */
    static List<Outcome> judge(NextHop hop, List<Outcome> outcomes) {
        boolean colleague = hop instanceof NextHop.Link link && link.hosts().stream().anyMatch(host -> host.server().isPresent());
        return colleague ? outcomes.stream().map(Refusals::patiently).toList() : outcomes;
    }

    private static Outcome patiently(Outcome outcome) {
        if (outcome.kind() != Outcome.Kind.FAILED || !TO_STRANGERS.contains(outcome.status())) {
            return outcome;
        }
        EnhancedStatus later = new EnhancedStatus(4, outcome.status().subject(), outcome.status().detail());
        return new Outcome(Outcome.Kind.DEFERRED, later, outcome.text(), outcome.remote(), outcome.remoteReply(),
                outcome.remoteAddress(), outcome.tls());
    }
}
