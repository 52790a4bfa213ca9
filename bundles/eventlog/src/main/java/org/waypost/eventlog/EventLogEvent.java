package org.waypost.eventlog;

import org.waypost.event.EventType;

/** Events of the event log itself. */
public enum EventLogEvent implements EventType {
    BAD_LEVEL(1, "Configuration {}: levels: \"{}\" is not allowed and is left out; an entry must be SOURCE=LEVEL or"
            + " SOURCE/CATEGORY=LEVEL, with ERROR, WARNING, INFORMATION or 0 to 5 as level.");

    private final int id;
    private final String text;

    EventLogEvent(int id, String text) {
        this.id = id;
        this.text = text;
    }

    @Override
    public String source() {
        return "EventLog";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return "Configuration";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String text() {
        return text;
    }
}
