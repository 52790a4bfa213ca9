package org.waypost.delivery;

import java.util.List;
import org.waypost.mail.EnhancedStatus;

/** What became of a delivery. */
public sealed interface DeliveryResult {
    /** Each recipient has an outcome, in the order of the delivery's targets. */
    record Done(List<Outcome> outcomes) implements DeliveryResult {
        public Done {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * The next hop could not be reached: all that is queued for it waits for the next retry.
     *
     * @param unreachable whether none of its hosts answered; false: one did and would not have us, or none could be asked
     *     for a reason of our own, which says nothing about the way to it
     */
    record HopDown(EnhancedStatus status, String reason, boolean unreachable) implements DeliveryResult {
        /** No host answered. */
        public HopDown(EnhancedStatus status, String reason) {
            this(status, reason, true);
        }
    }

    /** Nothing was tried or finished, for no fault of message or next hop: hand it in again at once. */
    record Returned(String reason) implements DeliveryResult {}
}
