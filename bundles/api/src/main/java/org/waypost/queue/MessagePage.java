package org.waypost.queue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waypost.mail.MessageId;

/**
 * Some of the messages that were asked for.
 *
 * @param messages by id; there may be none although more follow
 * @param next the id after which to go on; empty if all were looked at
 */
public record MessagePage(List<QueuedMessage> messages, Optional<MessageId> next) {
    public MessagePage {
        messages = List.copyOf(messages);
        Objects.requireNonNull(next);
    }
}
