package org.waypost.delivery.maildir.recipients;

import org.waypost.event.EventType;

/** Events of the local recipients. */
public enum RecipientEvent implements EventType {
    FILES_LOADED(1, Severity.INFORMATION, "Local recipients loaded: {} users and {} aliases for the domains {}."),
    LINE_SKIPPED(2, Severity.WARNING, "{} line {} is skipped: {}. Correct the line; the file is read again by itself."),
    FILE_MISSING(3, Severity.WARNING, "{} does not exist: {}. Create it; it is read by itself."),
    FILE_UNREADABLE(4, Severity.ERROR, "{} cannot be read: {}. What was read from it before stays in force."),
    BAD_SETTING(5, Severity.ERROR, "Configuration {}: {} = \"{}\" is not allowed; it must be {}. The value before, or the"
            + " default, stays in force.");

    private final int id;
    private final Severity severity;
    private final String text;

    RecipientEvent(int id, Severity severity, String text) {
        this.id = id;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "Recipients";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return this == BAD_SETTING ? "Configuration" : "Files";
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
