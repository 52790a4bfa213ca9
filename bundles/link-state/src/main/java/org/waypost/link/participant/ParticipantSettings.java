package org.waypost.link.participant;

import java.time.Duration;

/**
 * Intervals of link state; the defaults are those of Exchange.
 *
 * @param glitchRetry until a failed connection is tried again
 * @param glitchRetries how many of these must fail before a link is down, 1 or more
 * @param probe between two greetings of a connector's target, up or down
 * @param damping how long the master keeps a change of an oscillating link back
 * @param suppressChanges whether links are never told to be down
 * @param keepAlive how often master and members hear of each other; three without a word end a connection
 * @param takeOver whether a member becomes master if the master is gone
 * @param takeOverAfter how long it must be gone
 */
public record ParticipantSettings(Duration glitchRetry, int glitchRetries, Duration probe, Duration damping, boolean suppressChanges,
        Duration keepAlive, boolean takeOver, Duration takeOverAfter) {
    public static final ParticipantSettings DEFAULT = new ParticipantSettings(Duration.ofSeconds(60), 3, Duration.ofSeconds(60),
            Duration.ofMinutes(10), false, Duration.ofSeconds(20), false, Duration.ofMinutes(5));
}
