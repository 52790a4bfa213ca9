package org.waypost.queue.dsn;

import java.util.Optional;
import java.util.Set;
import org.waypost.delivery.Outcome;
import org.waypost.format.dsn.Action;
import org.waypost.mail.Message;
import org.waypost.mail.Notify;
import org.waypost.mail.Recipient;

/** Whether a DSN is due (RFC 3461 4.1, 5.2). The null reverse-path is never told anything. */
public final class DsnPolicy {
    /** NOTIFY was not given: RFC 3461 4.1 leaves delays to us, failures not. */
    private static final Set<Notify> DEFAULT = Set.of(Notify.FAILURE, Notify.DELAY);

    /** What the sender is to be told about an outcome; empty if nothing. */
    public Optional<Action> after(Message message, Recipient recipient, Outcome outcome) {
        return switch (outcome.kind()) {
            case FAILED -> ifWanted(message, recipient, Notify.FAILURE, Action.FAILED);
            case DELIVERED -> ifWanted(message, recipient, Notify.SUCCESS, Action.DELIVERED);
            case RELAYED -> ifWanted(message, recipient, Notify.SUCCESS, Action.RELAYED);
            case PASSED_ON, DEFERRED -> Optional.empty();
        };
    }

    /** Whether the sender is to be told that it takes long. */
    public boolean afterDelay(Message message, Recipient recipient) {
        return !recipient.progress().delayReported()
                && ifWanted(message, recipient, Notify.DELAY, Action.DELAYED).isPresent();
    }

    /** Whether the sender is to be told that a recipient became several (RFC 3461 5.2.7.2). */
    public boolean afterExpansion(Message message, Recipient recipient) {
        return ifWanted(message, recipient, Notify.SUCCESS, Action.EXPANDED).isPresent();
    }

    private static Optional<Action> ifWanted(Message message, Recipient recipient, Notify when, Action action) {
        Set<Notify> wanted = recipient.notifyOn().isEmpty() ? DEFAULT : recipient.notifyOn();
        return message.sender().isPresent() && wanted.contains(when) ? Optional.of(action) : Optional.empty();
    }
}
