package org.waypost.eventlog;

import org.waypost.event.EventType;

/** Where events are published beside the log; EventAdmin in the container. Called in one thread. */
@FunctionalInterface
public interface Topic {
    /**
     * @param topic {@code org/waypost/event/SOURCE/ID}
     * @param text filled in and escaped
     */
    void publish(String topic, EventType type, String text);
}
