package org.waypost.queue;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A queue at a moment.
 *
 * @param name unique: {@code submission}, {@code categorize}, {@code route}, {@code unreachable},
 *     {@code deferred}, or a link queue's such as {@code smtp:example.net}
 * @param state what it does
 * @param messages in it
 * @param octets of their contents
 * @param oldest when the oldest of them was accepted
 * @param nextRetry when it tries again, if it waits
 * @param active deliveries under way
 * @param lastReason the last failure, for people; empty if none
 */
public record QueueStatus(String name, QueueState state, int messages, long octets, Optional<Instant> oldest,
        Optional<Instant> nextRetry, int active, String lastReason) {
    public QueueStatus {
        Objects.requireNonNull(name);
        Objects.requireNonNull(state);
        Objects.requireNonNull(oldest);
        Objects.requireNonNull(nextRetry);
        Objects.requireNonNull(lastReason);
    }
}
