package org.waypost.queue;

import java.util.List;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/**
 * A message in the queue.
 *
 * @param recipients those not yet done, each with the queue it is in
 */
public record QueuedMessage(Message message, List<Place> recipients) {
    public QueuedMessage {
        recipients = List.copyOf(recipients);
    }

    /**
     * @param queue the name of the one queue that the recipient is in
     * @param state {@code ACTIVE} while it is worked on, {@code READY} if that may begin, else what it waits for
     */
    public record Place(Recipient recipient, String queue, QueueState state) {}
}
