package org.waypost.admin.lockdown;

import org.waypost.event.EventType;

/** What was closed and opened. */
public enum LockdownEvent implements EventType {
    CLOSED(70, Severity.INFORMATION, "The {} was closed." + LockdownEvent.CHANGE),
    OPENED_AGAIN(71, Severity.INFORMATION, "What lockdown did to close {} was undone." + LockdownEvent.CHANGE),
    FAILED(72, Severity.WARNING, "Lockdown could not close or open something: {}");

    private static final String CHANGE = " Who: {}. Before: {}. After: {}.";

    private final int id;
    private final Severity severity;
    private final String text;

    LockdownEvent(int id, Severity severity, String text) {
        this.id = id;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "Admin";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return "Lockdown";
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
