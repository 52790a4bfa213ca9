package org.waypost.smtp.client.planning;

import java.util.List;
import java.util.Optional;
import org.waypost.mail.EnhancedStatus;

/** How a next hop can be reached. */
public sealed interface Plan {
    /** At these targets, the best one first; at least one. */
    record Reachable(List<Target> targets) implements Plan {
        public Reachable {
            targets = List.copyOf(targets);
        }

        @Override
        public Plan of(Optional<String> server) {
            return new Reachable(targets.stream().map(target -> target.of(server)).toList());
        }
    }

    /** For a server of the organization. */
    default Plan of(Optional<String> server) {
        return this;
    }

    /** What was set up here by hand and cannot be found is mended here, too: mail waits for that. */
    default Plan mendable() {
        return this;
    }

    /** Not now. */
    record Deferred(EnhancedStatus status, String reason) implements Plan {}

    /** Never. */
    record Rejected(EnhancedStatus status, String reason) implements Plan {
        @Override
        public Plan mendable() {
            return new Deferred(new EnhancedStatus(4, status.subject(), status.detail()), reason);
        }
    }

    static Plan deferred(String status, String reason) {
        return new Deferred(EnhancedStatus.of(status), reason);
    }

    static Plan rejected(String status, String reason) {
        return new Rejected(EnhancedStatus.of(status), reason);
    }
}
