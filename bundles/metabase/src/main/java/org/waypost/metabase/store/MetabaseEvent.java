package org.waypost.metabase.store;

import org.waypost.event.EventType;

/** What the metabase reports. */
public enum MetabaseEvent implements EventType {
    OPENED(1, "Storage", Severity.INFORMATION, "The metabase in {} is open at version {}."),
    CLOSED(2, "Storage", Severity.INFORMATION, "The metabase in {} is closed at version {}."),
    FOLDER_IN_USE(3, "Storage", Severity.WARNING,
            "The metabase folder {} is still in use by another owner; it is opened as soon as that one lets go of it."),
    CANNOT_OPEN(4, "Storage", Severity.ERROR, "The metabase in {} cannot be opened and is tried again every {} s: {}"),
    WRITE_FAILED(5, "Storage", Severity.ERROR,
            "Writing to the metabase in {} failed; nothing of it is in force, and the store is opened anew: {}"),
    DAMAGED(6, "Storage", Severity.ERROR,
            "The metabase in {} is damaged ({}). Its last good version, {}, taken from {}, is in force; check what was set since."),
    LOST(7, "Storage", Severity.ERROR,
            "The metabase in {} is damaged ({}) and no copy of it is good: it begins empty. Restore a backup, or replicate the directory anew."),
    COPY_FAILED(8, "Storage", Severity.WARNING, "A copy of the metabase cannot be written to {}: {}"),
    WATCHER_FAILED(9, "Storage", Severity.ERROR, "Who watches {} in the metabase failed: {}"),
    CLOSE_FAILED(10, "Storage", Severity.ERROR, "Closing the metabase in {} failed: {}"),
    BAD_SETTING(11, "Configuration", Severity.ERROR,
            "Configuration {}: the value {} of {} is outside {}; the last good value is kept: {}."),
    OVERRIDE_ENDED(12, "Overrides", Severity.INFORMATION, "The override of {} at {} has ended; the value of its owner is in force."),
    UNKNOWN_PROPERTY(13, "Handover", Severity.WARNING,
            "The property {} of {} is not known to {}; it is kept but not handed over. Look for a typing error, or a newer version of the module."),
    BAD_VALUE(14, "Handover", Severity.ERROR,
            "The property {} of {} cannot be what it is: allowed is {}. It is not handed over, so the default applies; correct it{}."),
    TWO_KEYS(15, "Handover", Severity.WARNING, "Both {} and {} configure {}, of which there is only one; the first is taken."),
    FOREIGN_CONFIGURATION(16, "Handover", Severity.WARNING,
            "The configuration {} was not made by the metabase, so {} is not handed over to it. Delete it to have the metabase's values."),
    HANDOVER_FAILED(17, "Handover", Severity.ERROR, "Handing over {} failed: {}. It is tried again with the next change."),
    IMPORTED(18, "Files", Severity.INFORMATION, "The settings of {} were taken over to {}; the file was moved to {}."),
    IMPORT_FAILED(19, "Files", Severity.ERROR, "The settings of {} cannot be taken over: {}. Set them with \"{}\"."),
    STRAY_FILE(20, "Files", Severity.WARNING,
            "The file {} is not read, since settings live in the metabase. Set what it holds with \"{}\", and remove it."),
    FILES_FAILED(21, "Files", Severity.WARNING, "The folder {} cannot be looked through for settings: {}");

    private final int id;
    private final String category;
    private final Severity severity;
    private final String text;

    MetabaseEvent(int id, String category, Severity severity, String text) {
        this.id = id;
        this.category = category;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "Metabase";
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
