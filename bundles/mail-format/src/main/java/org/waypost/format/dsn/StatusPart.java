package org.waypost.format.dsn;

import org.waypost.format.message.MailDate;
import org.waypost.format.smtp.AddressFormat;
import org.waypost.format.smtp.OriginalRecipient;
import org.waypost.mail.Address;

/** The part for machines: message/delivery-status (RFC 3464 2) or message/global-delivery-status (RFC 6533 4). */
final class StatusPart {
    private final DsnReport report;
    private final FieldWriter fields;

    StatusPart(DsnReport report, StringBuilder out) {
        this.report = report;
        this.fields = new FieldWriter(out, report.international());
    }

    void write() {
        report.envelopeId().ifPresent(id -> fields.field("Original-Envelope-Id", id));
        fields.field("Reporting-MTA", "dns; " + report.reportingMta());
        report.receivedFrom().ifPresent(peer -> fields.field("Received-From-MTA", "dns; " + peer));
        fields.field("Arrival-Date", MailDate.format(report.arrived()));
        for (RecipientReport recipient : report.recipients()) {
            fields.end();
            write(recipient);
        }
    }

    private void write(RecipientReport recipient) {
        recipient.original().ifPresent(original -> fields.field("Original-Recipient", typed(original)));
        fields.field("Final-Recipient", typed(typeOf(recipient.recipient()) + AddressFormat.write(recipient.recipient())));
        fields.field("Action", recipient.action().value());
        fields.field("Status", recipient.status().toString());
        if (!recipient.remote().isEmpty()) {
            fields.field("Remote-MTA", "dns; " + recipient.remote());
        }
        if (!recipient.text().isEmpty()) {
            fields.field("Diagnostic-Code", (recipient.remoteReply() ? "smtp; " : "X-Waypost; ") + recipient.text());
        }
        recipient.lastAttempt().ifPresent(time -> fields.field("Last-Attempt-Date", MailDate.format(time)));
        if (recipient.action() == Action.DELAYED) {
            recipient.retryUntil().ifPresent(time -> fields.field("Will-Retry-Until", MailDate.format(time)));
        }
    }

    private static String typeOf(Address address) {
        return address.isInternational() ? "utf-8;" : "rfc822;";
    }

    /** The address behind its type; without SMTPUTF8 an international one is written in ASCII (RFC 6533 3). */
    private String typed(String typedAddress) {
        int end = typedAddress.indexOf(';') + 1;
        String type = end == 0 ? "rfc822;" : typedAddress.substring(0, end);
        String address = typedAddress.substring(end);
        boolean escaped = type.equalsIgnoreCase("utf-8;") && !report.international();
        return type + " " + (escaped ? OriginalRecipient.escape(address) : address);
    }
}
