package org.waypost.event;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.event.EventType.Severity;

/** Looks at what was logged. Any thread that may wait for the disk. */
@ProviderType
public interface EventViewer {
    /**
     * Newest first. What was reported just before may come a moment later; damaged lines are passed over.
     *
     * @return at most as many as the query's limit
     */
    List<LoggedEvent> list(EventQuery query);

    /** Tells of each event as it is logged, in a thread of that listener's own, until it is closed or the log goes. */
    Tail tail(Listener listener);

    /** The types of events of all bundles that are there, by source and id. */
    List<CataloguedEvent> catalogue();

    /** See {@link EventViewer#tail}. */
    interface Listener {
        void logged(LoggedEvent event);

        /** So many events were not told, since this listener was 1,000 behind. */
        default void missed(long events) { }
    }

    /** See {@link EventViewer#tail}. */
    interface Tail extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A type of event; a value, since the bundle that has the type may be replaced.
     *
     * @param text with {@code {}} for each parameter
     */
    record CataloguedEvent(String source, int id, String name, String category, Severity severity, int level, String text) {
        public static CataloguedEvent of(EventType type) {
            String name = type instanceof Enum<?> constant ? constant.name() : "";
            return new CataloguedEvent(type.source(), type.id(), name, type.category(), type.severity(), type.level(), type.text());
        }
    }
}
