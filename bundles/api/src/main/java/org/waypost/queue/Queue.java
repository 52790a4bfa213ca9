package org.waypost.queue;

import java.nio.ByteBuffer;
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
     * Finds messages, by id. One question looks at some thousands of messages, whatever it asks for, so that it holds up
     * nothing: who wants more goes on with {@link MessagePage#next()}.
     *
     * @param after an id, which need not be in the queues; empty to begin
     * @param limit 1 or more
     */
    CompletionStage<MessagePage> find(MessageFilter filter, Optional<MessageId> after, int limit);

    CompletionStage<Optional<QueuedMessage>> message(MessageId id);

    /**
     * The beginning of a message's content.
     *
     * @param max octets, 1 or more
     * @return empty if there is no such message
     */
    CompletionStage<Optional<ByteBuffer>> content(MessageId id, int max);

    /** Tries a queue now, as if its retry time had passed. False if there is no such queue, or it is disabled. */
    CompletionStage<Boolean> retry(String queue);

    /**
     * Tries some recipients of a message now, as if their time had come, and the next hop too if it was down. Nothing is
     * done for those that are under way or in a queue that is held.
     *
     * @return how many recipients those are that will be tried; 0 if there is no such message
     */
    CompletionStage<Integer> retry(MessageId id, MessageFilter which);

    /** Tries all queues now that are neither empty nor held. @return how many those are */
    CompletionStage<Integer> retryAll();

    /** Freezes a queue: nothing leaves it, messages may still come; survives a restart. False if there is no such queue. */
    CompletionStage<Boolean> freeze(String queue);

    /** Lets a frozen queue go on. False if there is no such queue. */
    CompletionStage<Boolean> unfreeze(String queue);

    /**
     * Closes a queue: no deliveries, no retries, also not by {@link #retry}; those under way end by themselves, messages
     * may still come. Survives a restart. False if there is no such queue.
     */
    CompletionStage<Boolean> disable(String queue);

    /** Opens a disabled queue, which stays closed while all outbound mail is. False if there is no such queue. */
    CompletionStage<Boolean> enable(String queue);

    /**
     * Closes all queues that lead to other servers, also those that come later; delivery to this server's mailboxes goes
     * on. Survives a restart. If it is so already, it stays as it is.
     *
     * @param by who wants it, for people
     */
    CompletionStage<Void> disableOutbound(String by);

    /** Opens them again, but those that are disabled by name. */
    CompletionStage<Void> enableOutbound();

    /** Empty while outbound mail flows. */
    CompletionStage<Optional<OutboundHold>> outboundHold();

    /**
     * Deletes recipients of a message that are not being delivered at this moment.
     *
     * @param which of them
     * @param notifySender whether the sender gets a DSN (4.3.2)
     * @return how many recipients were deleted; 0 if there is no such message
     */
    CompletionStage<Integer> delete(MessageId id, MessageFilter which, boolean notifySender);
}
