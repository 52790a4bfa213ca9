package org.waypost.event;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** Takes events. Any thread; returns at once and never fails. */
@ProviderType
public interface EventLog {
    /** Reports an event; an exception as last parameter beyond those of the text is logged as cause. */
    void report(EventType type, Object... parameters);

    /** Whether an event of that type would be logged now, so that what costs much is not made for nothing. */
    default boolean admits(EventType type) {
        return type.level() <= 1;
    }

    /**
     * The one line of a recipient and its outcome.
     *
     * @param hop the name of the link queue
     * @param delay since the message was accepted
     */
    void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay);
}
