package org.waypost.spool.rocks;

import org.waypost.event.EventType;

/** What the spool reports. */
public enum SpoolEvent implements EventType {
    OPENED(1, "Storage", Severity.INFORMATION, "The spool in {} is open; messages in it: {}."),
    CLOSED(2, "Storage", Severity.INFORMATION, "The spool in {} is closed."),
    FOLDER_IN_USE(3, "Storage", Severity.WARNING,
            "The spool folder {} is still in use by another owner; it is opened as soon as that one lets go of it."),
    CANNOT_OPEN(4, "Storage", Severity.ERROR, "The spool in {} cannot be opened and is tried again every {} s: {}"),
    WRITE_FAILED(5, "Storage", Severity.ERROR,
            "Writing to the spool failed; the senders were told to try later and the store is opened anew: {}"),
    FULL(6, "Space", Severity.ERROR,
            "The disk of the spool has {} MiB free, less than the reserve of {} MiB: mail is refused until there is room."),
    ROOM_AGAIN(7, "Space", Severity.INFORMATION, "The disk of the spool has {} MiB free: mail is accepted again."),
    SWEPT(8, "Sweep", Severity.INFORMATION, "Content files that belong to no message were removed: {}."),
    SWEEP_FAILED(9, "Sweep", Severity.WARNING, "Looking for content files that belong to no message failed: {}"),
    BAD_SETTING(10, "Configuration", Severity.ERROR,
            "Configuration {}: the value {} of {} is outside {}; the last good value is kept: {}."),
    SUBSCRIBER_FAILED(11, "Storage", Severity.ERROR, "A subscriber to accepted messages failed: {}"),
    CLOSE_FAILED(12, "Storage", Severity.ERROR, "Closing the spool in {} failed: {}");

    private final int id;
    private final String category;
    private final Severity severity;
    private final String text;

    SpoolEvent(int id, String category, Severity severity, String text) {
        this.id = id;
        this.category = category;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "Spool";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return category;
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
