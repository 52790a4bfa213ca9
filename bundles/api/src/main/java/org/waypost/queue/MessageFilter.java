package org.waypost.queue;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which messages in the queues are meant: those that have a recipient for which all of this is true. What is empty says
 * nothing.
 *
 * @param queue name of the queue that the recipient is in
 * @param sender a part of the reverse-path, without regard to case; {@code <>} for the null reverse-path
 * @param recipient a part of the forward-path, without regard to case
 * @param state what the recipient waits for, as {@link QueuedMessage.Place#state()}
 * @param before the message was accepted before this time
 */
public record MessageFilter(Optional<String> queue, Optional<String> sender, Optional<String> recipient, Optional<QueueState> state,
        Optional<Instant> before) {
    /** All messages. */
    public static final MessageFilter ALL =
            new MessageFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public MessageFilter {
        Objects.requireNonNull(queue);
        Objects.requireNonNull(sender);
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(state);
        Objects.requireNonNull(before);
    }

    public static MessageFilter inQueue(String name) {
        return new MessageFilter(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, of messages accepted before a time, unless it asks for earlier ones. */
    public MessageFilter acceptedBefore(Instant time) {
        return new MessageFilter(queue, sender, recipient, state, Optional.of(before.filter(earlier -> earlier.isBefore(time)).orElse(time)));
    }
}
