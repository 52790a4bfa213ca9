package org.waypost.rus.engine;

import org.waypost.event.EventType;

/** Events of the source {@code MSExchangeAL}. */
public enum RusEvent implements EventType {
    POLICY_FAULT(1, "Policies", Severity.ERROR, "Recipient policy {} ({}): {}. {}. Correct it in the directory.", 0),
    DEFAULT_POLICY_GONE(2, "Policies", Severity.ERROR,
            "The default policy {} has been deleted; it stays in force here as it was. Create it again: after a restart it is not known any more.", 0),
    TEMPLATE_IGNORED(3, "Policies", Severity.INFORMATION,
            "Recipient policy {}: the address template \"{}\" is of a type that no addresses are made of; its other templates are in force.", 1),
    CONFIGURATION_REFUSED(4, "Configuration", Severity.ERROR,
            "Configuration {}: {}. The values before it, or the defaults, stay in force: correct the value.", 0),
    RECIPIENT_FAILED(5, "Recipient Update Service", Severity.WARNING,
            "The recipient {} could not be stamped by {}: {}. Once that is put right, Rebuild tries it again.", 0),
    WOULD_WRITE(6, "Recipient Update Service", Severity.INFORMATION, "Report only: {} would write to the recipient {}: {}", 3),
    STAMPED(7, "Recipient Update Service", Severity.INFORMATION, "{} wrote to the recipient {}: {}", 5),
    RUN_ENDED(8, "Recipient Update Service", Severity.INFORMATION,
            "{} looked at recipients: {} ({}), {} written, {} reported, {} failed.", 1),
    DIRECTORY_AWAY(9, "Recipient Update Service", Severity.WARNING, "{} waits, and goes on by itself: {}", 0),
    RESERVATION_TAKEN_OVER(10, "Recipient Update Service", Severity.INFORMATION,
            "The address {} was reserved for {}, and nobody has it: it goes to {}.", 1),
    REPORT_ONLY(11, "Recipient Update Service", Severity.WARNING,
            "{} only reports what it would write, because the directory is kept by others: set stamping=true when it may write.", 0),
    NO_SUCH_SERVER(12, "Recipient Update Service", Severity.ERROR,
            "{} is to use the directory server {}, which is none of those configured: add it there, or leave it out.", 0),
    LEASE_ENDED(13, "Recipient Update Service", Severity.INFORMATION,
            "The lease of runs that {} held did not change for long, as after a kill: it has been ended, and others go on.", 1);

    private final int id;
    private final String category;
    private final Severity severity;
    private final String text;
    private final int level;

    RusEvent(int id, String category, Severity severity, String text, int level) {
        this.id = id;
        this.category = category;
        this.severity = severity;
        this.text = text;
        this.level = level;
    }

    @Override
    public String source() {
        return "MSExchangeAL";
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
        return level;
    }
}
