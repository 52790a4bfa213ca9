package org.waypost.admin;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
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

    Answer<String> freeze(String queue);

    Answer<String> unfreeze(String queue);

    Answer<List<QueuedMessage>> messages(Optional<String> queue, int limit);

    Answer<QueuedMessage> message(String id);

    Answer<String> delete(String id, boolean notifySender);
}
