package org.waypost.tracking;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.mail.MessageId;

/**
 * What happened to messages. All that was recorded before a question is in its answer, as long as it is kept. Any thread;
 * returns at once. A stage fails with {@link org.waypost.service.ServiceAwayException} if the service leaves before it
 * answers, or with an {@link java.io.IOException} if the records cannot be read.
 */
@ProviderType
public interface MessageTracking {
    /** The events asked for, those recorded last first. */
    CompletionStage<List<TrackingEvent>> find(TrackingQuestion question);

    /**
     * All events of a message and of those related to it, step by step (its copies, their notifications, what it was
     * copied from), in the order of time; at most {@link TrackingQuestion#MOST}. Empty if nothing is known of it.
     */
    CompletionStage<List<TrackingEvent>> history(MessageId message);

    Status status();

    /**
     * How it is with tracking itself.
     *
     * @param recorded events written since the service came
     * @param dropped events lost since then, since the disk was full or too slow
     * @param files how many files there are
     * @param octets of files and index
     */
    record Status(long recorded, long dropped, int files, long octets) {}
}
