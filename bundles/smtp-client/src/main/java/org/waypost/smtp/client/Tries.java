package org.waypost.smtp.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.waypost.delivery.DeliveryResult;
import org.waypost.mail.EnhancedStatus;
import org.waypost.smtp.client.session.Trouble;
import org.waypost.smtp.client.planning.Target;

/** The targets of one delivery, and why those tried were of no use. */
final class Tries {
    private static final EnhancedStatus NO_ANSWER = EnhancedStatus.of("4.4.1");

    private final Iterator<Target> targets;
    private final List<String> failures = new ArrayList<>();
    private EnhancedStatus lastStatus = NO_ANSWER;
    private boolean answered;

    Tries(List<Target> targets) {
        this.targets = targets.iterator();
    }

    Optional<Target> next() {
        return targets.hasNext() ? Optional.of(targets.next()) : Optional.empty();
    }

    void unreachable(Target target, String reason) {
        lastStatus = NO_ANSWER;
        failures.add("connect to " + target + ": " + reason);
    }

    /** A server that says "never" to us says nothing about the message, which waits all the same. */
    void useless(Trouble trouble) {
        lastStatus = new EnhancedStatus(4, trouble.status().subject(), trouble.status().detail());
        failures.add(trouble.reason());
        answered |= trouble.remoteReply();
    }

    /** What came of it when no target is left. A host that hangs, or is not the one it should be, gave no answer. */
    DeliveryResult down() {
        return new DeliveryResult.HopDown(lastStatus, String.join("; ", failures), !answered);
    }
}
