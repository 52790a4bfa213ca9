package org.waypost.queue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.mail.MessageId;

/**
 * The advanced queuing engine, seen and steered. Messages come to it through the spool. Any thread;
 * returns at once. What an administrator changes is durable when the stage completes.
 */
@ProviderType
public interface Queue {
    CompletionStage<List<QueueStatus>> queues();

    /**
     * Messages that have a recipient in the queue, by id.
     *
     * @param queue empty for all queues
     * @param limit 1 or more
     */
    CompletionStage<List<QueuedMessage>> messages(Optional<String> queue, int limit);

    CompletionStage<Optional<QueuedMessage>> message(MessageId id);

    /** Tries a queue now, as if its retry time had passed. False if there is no such queue. */
    CompletionStage<Boolean> retry(String queue);

    /** Holds a queue; survives a restart. False if there is no such queue. */
    CompletionStage<Boolean> freeze(String queue);

    /** Lets a held queue go on. False if there is no such queue. */
    CompletionStage<Boolean> unfreeze(String queue);

    /**
     * Deletes a message's recipients that are not being delivered at this moment.
     *
     * @param notifySender whether the sender gets a DSN (4.3.2)
     * @return how many recipients were deleted; 0 if there is no such message
     */
    CompletionStage<Integer> delete(MessageId id, boolean notifySender);
}
