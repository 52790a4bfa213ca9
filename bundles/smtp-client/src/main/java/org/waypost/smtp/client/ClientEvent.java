package org.waypost.smtp.client;

import org.waypost.event.EventType;

/** Events of the source {@code SMTP Client}. */
public enum ClientEvent implements EventType {
    CONFIGURATION_REFUSED(1, "Configuration", Severity.ERROR,
            "Configuration {}: {}. The values before it, or the defaults, stay in force: correct the value."),
    CREDENTIALS_UNKNOWN(2, "Authentication", Severity.ERROR,
            "The smart host of {} wants the credentials '{}', which the SMTP client does not have: add them to its configuration."),
    AUTHENTICATION_REFUSED(4006, "Authentication", Severity.WARNING,
            "{} refused the credentials of user '{}': {}. Mail for it waits: correct user or password.");

    private final int id;
    private final String category;
    private final Severity severity;
    private final String text;

    ClientEvent(int id, String category, Severity severity, String text) {
        this.id = id;
        this.category = category;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "SMTP Client";
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
