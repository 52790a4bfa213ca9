package org.waypost.format.dsn;

import org.waypost.mail.EnhancedStatus;

/** What a sender can do about a status, in a sentence (RFC 3463 3). */
final class Advice {
    private Advice() {}

    static String on(RecipientReport recipient) {
        return switch (recipient.action()) {
            case DELIVERED, RELAYED, EXPANDED -> "Nothing; this is for your information.";
            case DELAYED -> "Nothing now. You will be told if the message cannot be delivered in the end.";
            case FAILED -> onFailure(recipient.status());
        };
    }

    private static String onFailure(EnhancedStatus status) {
        return switch (status.subject()) {
            case 1 -> "Check the address for mistakes, and send the message again to the right one.";
            case 2 -> onMailbox(status.detail());
            case 3 -> status.detail() == 4 ? "Send a smaller message, for example without its attachments."
                    : "Send the message again later. If it fails again, tell the recipient's postmaster what the server answered.";
            case 4 -> "Check that the part of the address after the @ is right. If it is, the recipient's server cannot be "
                    + "reached: send the message again later, or reach the recipient in another way.";
            case 5, 6 -> "The recipient's server cannot take a message of this form. Send it in a simpler form, such as plain text.";
            case 7 -> "The message was refused by a rule of the recipient's server. Ask the recipient, in another way, or their "
                    + "postmaster, to allow it.";
            default -> "Send the message again later, or ask your postmaster, showing this notification.";
        };
    }

    private static String onMailbox(int detail) {
        return switch (detail) {
            case 2 -> "The mailbox is full. Ask the recipient, in another way, to make room, and send the message again.";
            case 3 -> "Send a smaller message, for example without its attachments.";
            default -> "The mailbox takes no mail at present. Reach the recipient in another way.";
        };
    }
}
