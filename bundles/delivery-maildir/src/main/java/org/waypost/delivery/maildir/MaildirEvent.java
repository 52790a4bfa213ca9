package org.waypost.delivery.maildir;

import org.waypost.event.EventType;

/** Events of the delivery agent. */
public enum MaildirEvent implements EventType {
    NOT_DELIVERED(1, "Delivery", Severity.ERROR, "Message {} could not be written to the mailbox \"{}\"; it is tried again."
            + " See the cause: space, quota and owner of the mail folder."),
    LOOP(2, "Delivery", Severity.WARNING, "Message {} was delivered to {} before (Delivered-To): a forwarding loop."),
    LEFTOVERS_REMOVED(3, "Delivery", Severity.INFORMATION, "Files older than 36 hours, {} in all, were removed from tmp folders"
            + " below {}: deliveries that were cut short and made again."),
    SWEEP_FAILED(4, "Delivery", Severity.WARNING, "Old files in tmp folders below {} could not be removed; see the cause."),
    BAD_SETTING(5, "Configuration", Severity.ERROR, "Configuration {}: {} = \"{}\" is not allowed; it must be {}. The value"
            + " before, or the default, stays in force.");

    private final int id;
    private final String category;
    private final Severity severity;
    private final String text;

    MaildirEvent(int id, String category, Severity severity, String text) {
        this.id = id;
        this.category = category;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "Maildir";
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
