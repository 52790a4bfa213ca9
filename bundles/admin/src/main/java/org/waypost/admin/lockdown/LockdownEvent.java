package org.waypost.admin.lockdown;

import org.waypost.event.EventType;

/** What was closed and opened. */
public enum LockdownEvent implements EventType {
    CLOSED(70, Severity.INFORMATION, "The {} was closed by {}: {}."),
    OPENED_AGAIN(71, Severity.INFORMATION, "Of lockdown, {} was undone by {}. {}"),
    FAILED(72, Severity.WARNING, "Lockdown could not close or open something: {}");

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
