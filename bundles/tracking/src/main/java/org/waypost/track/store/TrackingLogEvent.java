package org.waypost.track.store;

import org.waypost.event.EventType;

/** What tracking reports. */
public enum TrackingLogEvent implements EventType {
    OPENED(1, "Storage", Severity.INFORMATION, "Message tracking in {} is open; files: {}."),
    CLOSED(2, "Storage", Severity.INFORMATION, "Message tracking in {} is closed."),
    FOLDER_IN_USE(3, "Storage", Severity.WARNING,
            "The tracking folder {} is still in use by another owner; it is opened as soon as that one lets go of it."),
    CANNOT_OPEN(4, "Storage", Severity.ERROR,
            "Message tracking in {} cannot be opened and is tried again every {} s; mail goes on, nothing is recorded: {}"),
    WRITE_FAILED(5, "Storage", Severity.ERROR,
            "Message tracking cannot write to {}: {}. Mail goes on; what happens to it is not recorded until this works again. "
                    + "Make room or set keepMiB lower."),
    WRITES_AGAIN(6, "Storage", Severity.INFORMATION, "Message tracking writes to {} again; {} records were lost."),
    TOO_SLOW(7, "Storage", Severity.WARNING,
            "Message tracking in {} lost {} records, since they came faster than the disk takes them."),
    TORN(8, "Storage", Severity.INFORMATION, "{} octets of an unfinished record were cut from the end of {}."),
    INDEX_FAILED(9, "Index", Severity.ERROR,
            "The index of message tracking in {} cannot be written: {}. Recording goes on, answers take longer; it is tried again every {} s."),
    INDEX_ANEW(10, "Index", Severity.WARNING, "The index of message tracking in {} was damaged; it is made of the files again."),
    UNREADABLE(11, "Index", Severity.ERROR, "The tracking file {} cannot be read and is missing in answers: {}"),
    DELETED(12, "Retention", Severity.INFORMATION, "The tracking file {} was deleted: {}."),
    DELETE_FAILED(13, "Retention", Severity.WARNING, "The tracking file {} cannot be deleted: {}"),
    BAD_SETTING(14, "Configuration", Severity.ERROR,
            "Configuration {}: the value {} of {} is outside {}; the last good value is kept: {}."),
    CLOSE_FAILED(15, "Storage", Severity.ERROR, "Closing message tracking in {} failed: {}"),
    BROKEN(16, "Storage", Severity.ERROR, "Message tracking in {} met an error of its own and goes on; records may be missing: {}");

    private final int id;
    private final String category;
    private final Severity severity;
    private final String text;

    TrackingLogEvent(int id, String category, Severity severity, String text) {
        this.id = id;
        this.category = category;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "Tracking";
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
