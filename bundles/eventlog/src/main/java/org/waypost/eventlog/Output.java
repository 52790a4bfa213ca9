package org.waypost.eventlog;

import org.waypost.event.LoggedEvent;

/** Where events go beside the text log. Called in one thread at a time, which must not be held up. */
public interface Output {
    void logged(LoggedEvent event);

    /** A group of events has been told. */
    default void flush() { }
}
