package org.waypost.module.engine;

import org.waypost.event.EventType;

/** Events of the module manager. */
public enum ModuleEvent implements EventType {
    BEGUN(1, Severity.INFORMATION, "{} {} is being replaced by {} (SHA-256 {}), as {} asked."),
    KEPT(2, Severity.INFORMATION, "{} {} was replaced by {}: {}. Who: {}."),
    ROLLED_BACK(3, Severity.ERROR, "{} {} runs again instead of {}, which was rolled back: {}. Mend it before it is put in again. Who: {}."),
    BROKEN(4, Severity.ERROR, "{} {} could not be put back in place of {}: {}. Restart the server: it is put back when it starts. Who: {}."),
    REFUSED(5, Severity.WARNING, "The jar {} was refused: {} Who: {}."),
    RESTORED(6, Severity.INFORMATION, "{} {} that the server had loaded anew was replaced by {} again: {}."),
    DROPPED(7, Severity.WARNING, "The replacement {} of {} is given up: {}. Replace it anew if it is still needed."),
    STORE_FAILED(8, Severity.ERROR, "What is known of replaced modules could not be read or written in {}: {}. See to the disk and the rights of that folder."),
    BAD_SETTING(9, Severity.ERROR, "Configuration {}: {} is not allowed for {}, which must be {}; {} is used.");

    private final int id;
    private final Severity severity;
    private final String text;

    ModuleEvent(int id, Severity severity, String text) {
        this.id = id;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "Modules";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return this == BAD_SETTING ? "Configuration" : "Replacement";
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
