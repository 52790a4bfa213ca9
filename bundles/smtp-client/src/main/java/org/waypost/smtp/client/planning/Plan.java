package org.waypost.smtp.client.planning;

import java.util.List;
import org.waypost.mail.EnhancedStatus;

/** How a next hop can be reached. */
public sealed interface Plan {
    /** At these targets, the best one first; at least one. */
    record Reachable(List<Target> targets) implements Plan {
        public Reachable {
            targets = List.copyOf(targets);
        }
    }

    /** Not now. */
    record Deferred(EnhancedStatus status, String reason) implements Plan {}

    /** Never. */
    record Rejected(EnhancedStatus status, String reason) implements Plan {}

    static Plan deferred(String status, String reason) {
        return new Deferred(EnhancedStatus.of(status), reason);
    }

    static Plan rejected(String status, String reason) {
        return new Rejected(EnhancedStatus.of(status), reason);
    }
}
