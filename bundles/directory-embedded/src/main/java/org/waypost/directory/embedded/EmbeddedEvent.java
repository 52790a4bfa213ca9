package org.waypost.directory.embedded;

import org.waypost.event.EventType;

/** Events of the source {@code DirectoryEmbedded}. */
public enum EmbeddedEvent implements EventType {
    STARTED(1, Severity.INFORMATION, "The embedded directory {} listens on {} port {}. Administrator: {}."),
    START_FAILED(2, Severity.ERROR, "The embedded directory in {} did not start: {}. Correct the cause; it is tried again"
            + " when the configuration org.waypost.directory.embedded changes."),
    CONFIGURATION_REFUSED(3, Severity.ERROR,
            "Configuration {}: {}. The values before it stay in force: correct the value."),
    BAD_ENTRY(4, Severity.ERROR, "{} line {}: the entry {} was left out: {}. Correct it and add it with an LDAP client."),
    FILLED(5, Severity.INFORMATION, "The empty embedded directory was filled with {} entries from {}. The file is not read again."),
    FOLDER_TAKEN(6, Severity.WARNING, "The folder {} is in use by another embedded directory. This one waits until it is free."),
    TAIL_CUT(7, Severity.WARNING, "{}: {} bytes at the end were a write that had not been acknowledged when the process"
            + " ended; they were cut off."),
    WRITE_FAILED(8, Severity.ERROR, "The embedded directory could not write {}: {}. It refuses changes until it is started"
            + " again: free space or repair the disk, then restart it."),
    PASSWORD_MADE(9, Severity.INFORMATION, "A password for the administrator of the embedded directory was written to {}."),
    STOP_FAILED(10, Severity.WARNING, "The embedded directory did not stop cleanly: {}. What was acknowledged is on disk."),
    PORT_TAKEN(11, Severity.WARNING, "{} port {} is in use by another, so the embedded directory does not listen yet. It waits"
            + " until the port is free: end the other program, or change the port in org.waypost.directory.embedded."),
    COMPACT_FAILED(12, Severity.WARNING, "{} could not be made smaller: {}. Nothing is lost and changes go on, but it grows:"
            + " free space on the disk.");

    private final int id;
    private final Severity severity;
    private final String text;

    EmbeddedEvent(int id, Severity severity, String text) {
        this.id = id;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "DirectoryEmbedded";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return "Service";
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
