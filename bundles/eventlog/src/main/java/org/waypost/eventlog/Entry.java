package org.waypost.eventlog;

import java.time.Instant;
import java.util.Optional;
import org.waypost.event.EventType;
import org.waypost.event.EventViewer.CataloguedEvent;
import org.waypost.event.LoggedEvent;

/**
 * An event on its way through the log.
 *
 * @param text for the text log
 */
record Entry(EventType type, EventText text, LoggedEvent logged) {
    static Entry of(Instant time, EventType type, Object... parameters) {
        EventText text = EventText.of(type, parameters);
        CataloguedEvent known = CataloguedEvent.of(type);
        return new Entry(type, text, new LoggedEvent(time, known.source(), known.id(), known.name(), known.category(),
                known.severity(), known.level(), text.text(), text.parameters(), 0));
    }

    /** The one that stands for repetitions of this. */
    Entry repeated(int times, Instant last) {
        LoggedEvent told = logged.repeated(times, last);
        return new Entry(type, EventText.of(type, told.text(), told.parameters(), Optional.empty()), told);
    }
}
