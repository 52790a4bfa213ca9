package org.waypost.link.participant;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.waypost.link.LinkStateEvent;

/** Asking the directory for a term: one question at a time, and after a refusal not at once again. */
final class Claim {
    /** An answer that has not come by then is not waited for. */
    private static final Duration ANSWER = Duration.ofMinutes(1);

    private final Surroundings surroundings;
    private Instant answer = Instant.MIN;
    private Instant again = Instant.MIN;
    private String denied = "";

    Claim(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** @param fresh whether there is news, so that a refusal need not hold any more */
    void make(UUID group, long after, boolean fresh, Instant now) {
        if (now.isBefore(answer) || !fresh && now.isBefore(again)) {
            return;
        }
        answer = now.plus(ANSWER);
        surroundings.claim(group, after);
    }

    void granted() {
        answer = Instant.MIN;
        again = Instant.MIN;
        denied = "";
    }

    void denied(String group, String reason, Instant next) {
        answer = Instant.MIN;
        again = next;
        if (!reason.equals(denied)) {
            denied = reason;
            surroundings.events().report(LinkStateEvent.NO_TERM, group, reason);
        }
    }
}
