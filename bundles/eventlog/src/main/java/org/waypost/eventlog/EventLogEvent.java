package org.waypost.eventlog;

import org.waypost.event.EventType;

/** Events of the event log itself. */
public enum EventLogEvent implements EventType {
    BAD_LEVEL(1, "Configuration", "Configuration {}: levels: \"{}\" is not allowed and is left out; an entry must be SOURCE=LEVEL or"
            + " SOURCE/CATEGORY=LEVEL, with ERROR, WARNING, INFORMATION or 0 to 5 as level."),
    BAD_SETTING(2, "Configuration", "Configuration {}: key {}, value \"{}\" is not used; allowed: {}. In force is {}: correct the value."),
    STORE_FAILED(3, "Storage", "The folder of events {} cannot be written: {}. Events go to the text log only until it can: free space"
            + " or repair the disk."),
    SYSLOG_AWAY(4, "Syslog", "The syslog {} does not take events: {}. They are in the event log; it is tried again every 10 s."),
    MAIL_FAILED(5, "Mail", "The mail to {} that tells of events ({}) was not accepted by the spool: {}. They are in the event log.");

    private final int id;
    private final String category;
    private final String text;

    EventLogEvent(int id, String category, String text) {
        this.id = id;
        this.category = category;
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
        return category;
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
