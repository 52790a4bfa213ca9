package org.waypost.event;

/**
 * A catalogued event. Each bundle keeps an enum of its own; ids are unique in their source and are
 * never reused. Exchange's ids are taken where it has one.
 */
public interface EventType {
    /** Who reports: {@code SMTP}, {@code Queue}, {@code Spool}, ... */
    String source();

    /** 1 to 65535. */
    int id();

    /** A part of the source whose diagnostic level can be set. */
    String category();

    Severity severity();

    /** What happened, to which object and what to do, with {@code {}} for each parameter. */
    String text();

    /**
     * The diagnostic level of its category from which it is logged: 0 always, 1 minimum (the level in force when none
     * is set), 3 medium, 5 maximum, as Exchange has them.
     */
    default int level() {
        return severity() == Severity.INFORMATION ? 1 : 0;
    }

    /** How bad it is. */
    enum Severity {
        ERROR,
        WARNING,
        INFORMATION
    }
}
