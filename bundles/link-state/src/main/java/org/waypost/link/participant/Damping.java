package org.waypost.link.participant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Holds back the changes of a link that changed a short time ago: what it is when the time is over is told then, and what
 * came and went in between never.
 */
final class Damping {
    private Optional<Boolean> told = Optional.empty();
    private Instant changed = Instant.MIN;

    /** Until when a change to {@code down} is held back; empty if it may be told. */
    Optional<Instant> heldUntil(boolean down, Instant now, Duration damping) {
        // the same again is no change: the master has not heard it yet, or is another
        boolean free = told.isEmpty() || told.get() == down || !now.isBefore(changed.plus(damping));
        return free ? Optional.empty() : Optional.of(changed.plus(damping));
    }

    void tell(boolean down, Instant now) {
        if (told.isEmpty() || told.get() != down) {
            told = Optional.of(down);
            changed = now;
        }
    }
}
