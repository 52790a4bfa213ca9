package org.waypost.http;

import org.waypost.event.EventType;

/** What the HTTP interface reports. */
public enum HttpEvent implements EventType {
    BAD_SETTING(1, "Configuration", Severity.WARNING, "The setting {} of org.waypost.http was not taken: {}. {} stays in force."),
    REQUEST_REFUSED(2, "Requests", Severity.WARNING, "An HTTP request from {} was refused with {}: {}."
            + " More of this address within the minute are not reported."),
    LOGIN_REFUSED(3, "Logins", Severity.WARNING, "The login of {} from {} was refused: user or password is wrong, or the user has none"
            + " of the roles viewer, manager and admin."),
    LOGIN_THROTTLED(4, "Logins", Severity.WARNING, "Logins as {} from {} are refused for {} s: too many have failed."
            + " More of this address within the minute are not reported."),
    LOGGED_IN(5, "Logins", Severity.INFORMATION, "{} logged in from {} and may {}."),
    TOKEN_MADE(6, "Tokens", Severity.INFORMATION, "{} made the token {} ({}), which may {}."),
    TOKEN_REVOKED(7, "Tokens", Severity.INFORMATION, "{} revoked the token {} ({})."),
    CHANGE_ASKED(8, "Changes", Severity.INFORMATION, "{} from {} asked for {} {} by HTTP; the answer was {}."),
    FILE_UNREADABLE(9, "Files", Severity.ERROR, "The file {} cannot be read or written ({}): sessions and tokens of before are not"
            + " known, and those of now are lost at the next start. Mend it or remove it."),
    HANDLER_FAILED(10, "Requests", Severity.ERROR, "The HTTP request {} {} failed by a fault of the server.");

    private final int id;
    private final String category;
    private final Severity severity;
    private final String text;

    HttpEvent(int id, String category, Severity severity, String text) {
        this.id = id;
        this.category = category;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "HTTP";
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
