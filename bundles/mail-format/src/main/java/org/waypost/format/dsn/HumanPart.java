package org.waypost.format.dsn;

import org.waypost.format.message.MailDate;
import org.waypost.format.smtp.AddressFormat;

/** The part for people: to whom, what happened, what the remote answered, what to do. Lines end with CRLF. */
final class HumanPart {
    private static final int WIDTH = 72;
    private static final String INDENT = "    ";

    private final DsnReport report;
    private final StringBuilder out = new StringBuilder();

    HumanPart(DsnReport report) {
        this.report = report;
    }

    String text() {
        paragraph("", "This is a notification by the mail server " + report.reportingMta() + " about a message that you sent.");
        paragraph("", "It arrived there on " + MailDate.format(report.arrived()) + ".");
        for (RecipientReport recipient : report.recipients()) {
            out.append("\r\n");
            write(recipient);
        }
        out.append("\r\n");
        paragraph("", "Below are the same facts for mail programs, and your message or its header.");
        return out.toString();
    }

    private void write(RecipientReport recipient) {
        paragraph("", "<" + AddressFormat.write(recipient.recipient()) + ">" + original(recipient));
        paragraph(INDENT, "Your message " + recipient.action().sentence() + " (status " + recipient.status() + ").");
        if (!recipient.text().isEmpty()) {
            paragraph(INDENT, answer(recipient) + recipient.text());
        }
        recipient.lastAttempt().ifPresent(time -> paragraph(INDENT, "Last tried: " + MailDate.format(time)));
        if (recipient.action() == Action.DELAYED) {
            recipient.retryUntil().ifPresent(time -> paragraph(INDENT, "Will be tried until: " + MailDate.format(time)));
        }
        paragraph(INDENT, "What to do: " + Advice.on(recipient));
    }

    private static String original(RecipientReport recipient) {
        String written = AddressFormat.write(recipient.recipient());
        return recipient.original().map(typed -> typed.substring(typed.indexOf(';') + 1))
                .filter(address -> !address.equalsIgnoreCase(written))
                .map(address -> " (you wrote to " + address + ")").orElse("");
    }

    private static String answer(RecipientReport recipient) {
        if (!recipient.remoteReply()) {
            return recipient.remote().isEmpty() ? "Reason: " : "Reason, at " + recipient.remote() + ": ";
        }
        return recipient.remote().isEmpty() ? "The other server answered: " : "The server " + recipient.remote() + " answered: ";
    }

    /** Words wrapped at a width that is good to read; the indent keeps a remote's text from posing as ours. */
    private void paragraph(String indent, String text) {
        int column = 0;
        for (String word : FieldWriter.oneLine(text).split(" ")) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                out.append("\r\n");
                column = 0;
            }
            out.append(column == 0 ? indent : " ").append(word);
            column += (column == 0 ? indent.length() : 1) + word.length();
        }
        out.append("\r\n");
    }
}
