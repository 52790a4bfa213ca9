package org.waypost.directory.ldap.contract;

import java.time.Duration;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** Nobody looks at the events. */
final class NoEvents implements EventLog {
    @Override
    public void report(EventType type, Object... parameters) {
        // The contract does not name events.
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        // There is no mail.
    }
}
