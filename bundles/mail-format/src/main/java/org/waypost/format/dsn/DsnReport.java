package org.waypost.format.dsn;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waypost.mail.Address;

/**
 * What a DSN says, without the returned message.
 *
 * @param reportingMta this server's host name
 * @param from the address in the DSN's From field, such as postmaster; its reverse-path is null anyway
 * @param to the reverse-path of the message that is reported on
 * @param messageId of the DSN, without angle brackets
 * @param time of the DSN
 * @param arrived when the message was accepted
 * @param receivedFrom the peer that the message came from, as name or address, if known
 * @param envelopeId the ENVID parameter, decoded, if given
 * @param international whether the message came with SMTPUTF8; the DSN then needs it too
 * @param recipients at least one
 */
public record DsnReport(String reportingMta, Address from, Address to, String messageId, Instant time, Instant arrived,
        Optional<String> receivedFrom, Optional<String> envelopeId, boolean international, List<RecipientReport> recipients) {
    public DsnReport {
        Objects.requireNonNull(reportingMta);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(messageId);
        Objects.requireNonNull(time);
        Objects.requireNonNull(arrived);
        Objects.requireNonNull(receivedFrom);
        Objects.requireNonNull(envelopeId);
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("a DSN reports on at least one recipient");
        }
    }
}
