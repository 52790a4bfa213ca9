package org.waypost.categorize;

import org.waypost.event.EventType;

/** What the categorizer reports. Ids are never reused; those of Exchange are kept where it has the event. */
public enum CategorizerEvent implements EventType {
    BAD_CONFIGURATION(1, "Configuration", Severity.ERROR,
            "Configuration {}: key {}, value \"{}\" is not used, the rest is; allowed: {}"),
    MEMBER_SKIPPED(2, "Group Expansion", Severity.INFORMATION, "Group {}: member {} is passed over: {}"),
    GROUP_FAILED(3, "Group Expansion", Severity.WARNING,
            "Group {} cannot be expanded: {}. Mail to it is returned with 5.2.4 until the group is set right"),
    BAD_VALUE(4, "Categorizer", Severity.WARNING,
            "{}: attribute {} has the value \"{}\", which is passed over; it must be {}"),
    FORWARD_LOST(5, "Categorizer", Severity.WARNING,
            "{}: its alternate recipient {} does not exist or has no address; mail is delivered as if there were none"),
    RETRYABLE(6004, "Categorizer", Severity.ERROR,
            "The categorizer is unable to categorize messages due to a retryable error: {}. They wait in the queue"
                    + " \"categorize\" (messages awaiting directory lookup) and go on by themselves"),
    GOES_ON(6005, "Categorizer", Severity.INFORMATION, "The directory answers again: messages that waited for it go on"),
    AMBIGUOUS(9514, "Categorizer", Severity.WARNING,
            "Two objects in the directory have the same proxy address {}: {}. Mail to it is returned with 5.1.4 until only one has it");

    private final int id;
    private final String category;
    private final Severity severity;
    private final String text;

    CategorizerEvent(int id, String category, Severity severity, String text) {
        this.id = id;
        this.category = category;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "Categorizer";
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

    @Override
    public int level() {
        return this == MEMBER_SKIPPED ? 5 : EventType.super.level();
    }
}
