package org.waypost.admin;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.event.EventQuery;
import org.waypost.event.EventViewer;
import org.waypost.event.LoggedEvent;

/** The event log for people. As {@link QueueAdmin}. */
@ProviderType
public interface EventLogAdmin {
    /** Newest first. */
    Answer<List<LoggedEvent>> list(EventQuery query);

    /** Tells of each event as it is logged until it is closed, also over a replacement of the event log. */
    Answer<EventViewer.Tail> tail(EventViewer.Listener listener);

    /** What is set, by place; where nothing is set, all severities up to diagnostic level 1 are logged. */
    Answer<List<Level>> levels();

    /**
     * Sets what is logged of a source or a category, for good and at once.
     *
     * @param place {@code SOURCE} or {@code SOURCE/CATEGORY}
     * @param value diagnostic level 0 to 5, or {@code ERROR}, {@code WARNING} or {@code INFORMATION}; each kind replaces
     *     what was set of its own; {@code default} takes both away
     */
    Answer<String> level(String place, String value);

    /** All types of events that are known, by source and id. */
    Answer<List<EventViewer.CataloguedEvent>> catalogue();

    /** @param value a diagnostic level or a severity */
    record Level(String place, String value) {
        public Level {
            Objects.requireNonNull(place);
            Objects.requireNonNull(value);
        }
    }
}
