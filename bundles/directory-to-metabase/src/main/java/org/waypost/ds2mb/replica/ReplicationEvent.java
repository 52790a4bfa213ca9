package org.waypost.ds2mb.replica;

import org.waypost.event.EventType;

/** Events of the source {@code MSExchangeMU}. */
public enum ReplicationEvent implements EventType {
    STARTED(1, 1, Severity.INFORMATION, "Replication of {} to the metabase has begun; {} objects were replicated before. It goes on {}."),
    COMPARED(2, 1, Severity.INFORMATION, "Everything was compared: {}"),
    OBJECT(3, 3, Severity.INFORMATION, "{} {} was replicated."),
    OBJECT_GONE(4, 3, Severity.INFORMATION, "{} {} is gone, and what it stood for."),
    PROPERTY_SET(5, 5, Severity.INFORMATION, "{}: {} = {}, by {}."),
    PROPERTY_REMOVED(6, 5, Severity.INFORMATION, "{}: {} is removed; it was {}, by {}."),
    REPAIRED(7, 1, Severity.INFORMATION, "{} is replicated again."),
    FAILED(1040, 0, Severity.ERROR,
            "{} cannot be replicated: {}. What was replicated of it before stays in force; correct the object in the directory.");

    private final int id;
    private final int level;
    private final Severity severity;
    private final String text;

    ReplicationEvent(int id, int level, Severity severity, String text) {
        this.id = id;
        this.level = level;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "MSExchangeMU";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return "General";
    }

    @Override
    public int level() {
        return level;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String text() {
        return text;
    }
}
