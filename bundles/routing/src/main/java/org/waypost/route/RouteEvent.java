package org.waypost.route;

import org.waypost.event.EventType;

/** What routing reports. */
public enum RouteEvent implements EventType {
    TAKES_OVER(950, Severity.INFORMATION, "Mail is routed by the organization's map: {} has {} routing groups, and {} is in {}.");

    private final int id;
    private final Severity severity;
    private final String text;

    RouteEvent(int id, Severity severity, String text) {
        this.id = id;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "Routing";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return "Routes";
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
