package org.waypost.delivery.maildir;

import java.io.IOException;
import java.util.Locale;
import org.waypost.delivery.Outcome;
import org.waypost.mail.EnhancedStatus;

/** Outcomes of delivery to a mailbox. No path of this machine is told to senders. */
final class Verdicts {
    private static final EnhancedStatus OK = new EnhancedStatus(2, 0, 0);

    private Verdicts() {
    }

    static Outcome delivered(String mailbox) {
        return outcome(Outcome.Kind.DELIVERED, OK, "Delivered to mailbox " + mailbox);
    }

    static Outcome loop(String address) {
        return outcome(Outcome.Kind.FAILED, new EnhancedStatus(5, 4, 6), "Mail forwarding loop for " + address);
    }

    static Outcome interrupted() {
        return outcome(Outcome.Kind.DEFERRED, new EnhancedStatus(4, 3, 2), "Delivery was interrupted by a replacement");
    }

    static Outcome deferred(Throwable failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (failure instanceof IOException && text.contains("no space left")) {
            return outcome(Outcome.Kind.DEFERRED, new EnhancedStatus(4, 3, 1), "The disk of the mailboxes is full");
        }
        if (failure instanceof IOException && text.contains("quota exceeded")) {
            return outcome(Outcome.Kind.DEFERRED, new EnhancedStatus(4, 2, 2), "The mailbox is full");
        }
        return outcome(Outcome.Kind.DEFERRED, new EnhancedStatus(4, 3, 0), "The mailbox cannot be written at present");
    }

    private static Outcome outcome(Outcome.Kind kind, EnhancedStatus status, String text) {
        return new Outcome(kind, status, text, "", false);
    }
}
