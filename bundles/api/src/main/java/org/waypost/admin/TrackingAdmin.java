package org.waypost.admin;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.tracking.MessageTracking;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingQuestion;

/** Message tracking for people. As {@link QueueAdmin}. */
@ProviderType
public interface TrackingAdmin {
    /** Those recorded last first. */
    Answer<List<TrackingEvent>> find(TrackingQuestion question);

    /**
     * All events of a message and of those related to it, in the order of time; never empty.
     *
     * @param id a queue id, which was given to the message when it was accepted
     */
    Answer<List<TrackingEvent>> history(String id);

    Answer<MessageTracking.Status> status();
}
