package org.waypost.smtp.server.event;

import org.waypost.event.EventType;

/** Events of the receiving side of SMTP. Exchange's ids where it has them; ids are never reused. */
public enum SmtpEvent implements EventType {
    COMMAND_REFUSED(7010, Severity.INFORMATION,
            "Virtual server {}: the remote host {} sent \"{}\" and was answered \"{}\"."),
    MESSAGE_REFUSED(7011, Severity.INFORMATION,
            "Virtual server {}: the message of {} from the remote host {} was answered \"{}\"."),
    SESSION_ENDED(7012, Severity.INFORMATION, "Virtual server {}: the session with {} was ended with \"{}\"."),
    MESSAGE_NOT_STORED(7013, Severity.ERROR,
            "Virtual server {}: message {} could not be stored and its sender was asked to try again: {}"),
    COMMAND_FAILED(7014, Severity.ERROR, "Virtual server {}: a command of {} could not be carried out and was answered 451: \"{}\": {}"),
    SERVICE_AWAY(7015, Severity.ERROR,
            "Virtual server {}: {} was asked to try again, since the spool, the recipient resolver or the authenticator is away"
                    + " for too long."),
    AUTHENTICATION_FAILED(7016, Severity.INFORMATION,
            "Virtual server {}: the remote host {} could not be authenticated as \"{}\"."),
    AUTHENTICATION_UNAVAILABLE(7017, Severity.ERROR,
            "Virtual server {}: the password of \"{}\" could not be checked and the client was asked to try again: {}"),
    ADDRESS_LIMITED(7018, Severity.WARNING, "Virtual server {}: the remote host {} failed to authenticate {} times, the last time as"
            + " \"{}\". It may not try again until {} seconds after its first failure."),
    USER_LIMITED(7019, Severity.WARNING, "Virtual server {}: the user \"{}\" failed to authenticate {} times, the last time from {}."
            + " Nobody may try that user again until {} seconds after the first failure."),
    BAD_SETTING(7020, Severity.ERROR, "{}: {} = \"{}\" is not possible. Allowed: {}. {}"),
    NAME_IN_USE(7021, Severity.ERROR,
            "{}: there is a virtual server named \"{}\" already; this one does not start. Give it a name of its own."),
    NAME_FIXED(7022, Severity.ERROR,
            "{}: the name of virtual server \"{}\" cannot be changed to \"{}\". Delete its configuration and make a new one."),
    LISTENER_PROBLEM(7023, Severity.ERROR, "Virtual server {}: {}"),
    LISTENER_NOTICE(7024, Severity.INFORMATION, "Virtual server {}: {}");

    private final int id;
    private final Severity severity;
    private final String text;

    SmtpEvent(int id, Severity severity, String text) {
        this.id = id;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "SMTP";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return "SMTP Protocol";
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
