package org.waypost.queue;

import java.time.Instant;
import java.util.Objects;

/**
 * All mail to other servers is held back.
 *
 * @param since when it began
 * @param by who wanted it, for people; empty if that is not known
 */
public record OutboundHold(Instant since, String by) {
    public OutboundHold {
        Objects.requireNonNull(since);
        Objects.requireNonNull(by);
    }
}
