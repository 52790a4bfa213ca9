package org.waypost.admin;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.MessagePage;
import org.waypost.queue.OutboundHold;
import org.waypost.queue.QueueStatus;
import org.waypost.queue.QueuedMessage;

/**
 * Queues and messages for people. Called from threads that may wait (a shell, a web request); waits at
 * most some seconds.
 */
@ProviderType
public interface QueueAdmin {
    Answer<List<QueueStatus>> queues();

    Answer<QueueStatus> queue(String name);

    Answer<String> retry(String queue);

    /** Tries all queues now that are neither empty nor held. */
    Answer<String> retryAll();

    Answer<String> freeze(String queue);

    Answer<String> unfreeze(String queue);

    /** Closes a queue: nothing leaves it, and it is not tried even when asked for. */
    Answer<String> disable(String queue);

    Answer<String> enable(String queue);

    /** Closes all queues that lead to other servers, also those that come later. */
    Answer<String> disableOutbound();

    Answer<String> enableOutbound();

    /** Empty while outbound mail flows. */
    Answer<Optional<OutboundHold>> outboundHold();

    /**
     * Messages by id.
     *
     * @param after {@link MessagePage#next()} of the page before; empty for the first
     * @param limit 1 to 100,000
     * @return fewer than the limit, with a next one, if a search took all the time that a person waits
     */
    Answer<MessagePage> find(MessageFilter filter, Optional<String> after, int limit);

    Answer<QueuedMessage> message(String id);

    /**
     * Header and first text of a message. Who reads it leaves an event.
     *
     * @return refused with {@code UNKNOWN} if it is not in the queues
     */
    Answer<MessagePreview> preview(String id);

    Answer<String> delete(String id, boolean notifySender);

    /** Begins to delete the recipients that are meant, of messages that are there now. Refused for a filter that says nothing. */
    Answer<Task> deleteMatching(MessageFilter filter, boolean notifySender);

    /** Begins to have the recipients tried that are meant. As {@link #deleteMatching}. */
    Answer<Task> retryMatching(MessageFilter filter);
}
