package org.waypost.dns.resolver.component;

import org.waypost.event.EventType;

/** Events of the source {@code DNS}. */
enum DnsEvent implements EventType {
    CONFIGURATION_REFUSED(1, Severity.ERROR,
            "Configuration {}: {}. The values before it, or the defaults, stay in force: correct the value.");

    private final int id;
    private final Severity severity;
    private final String text;

    DnsEvent(int id, Severity severity, String text) {
        this.id = id;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "DNS";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return "Configuration";
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
