package org.waypost.admin.certificate;

import org.waypost.event.EventType;

/** What became of a changed key store. */
public enum CertificateEvent implements EventType {
    CONSOLE_RENEWED(90, Severity.INFORMATION, "The key store {} was changed: the console shows the certificate of {} from now on, which"
            + " ends at {}. The web server was started anew; logins stay."),
    KEY_STORE_REFUSED(91, Severity.WARNING, "The key store {} was changed and is not used: {}. The console shows the certificate of"
            + " before until the server is restarted: put in a key store with a key and its certificate, which the passwords in"
            + " etc/org.ops4j.pax.web.cfg open.");

    private final int id;
    private final Severity severity;
    private final String text;

    CertificateEvent(int id, Severity severity, String text) {
        this.id = id;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "Admin";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return "Certificates";
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
