package org.waypost.format.dsn;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Address;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Recipient;

/**
 * What a DSN says about one recipient (RFC 3464 2.3).
 *
 * @param recipient the forward-path when it happened
 * @param original what the sender gave as ORCPT, decoded, with its type ("rfc822;a@b"), if given
 * @param action what happened
 * @param status RFC 3463
 * @param text the remote's reply or our own sentence; may be empty and may hold anything
 * @param remoteReply whether {@code text} is an SMTP reply of the remote
 * @param remote the remote's name or address; empty when none was involved
 * @param lastAttempt when it was last tried, if it was
 * @param retryUntil until when it will be tried; only of a delay
 */
public record RecipientReport(Address recipient, Optional<String> original, Action action, EnhancedStatus status, String text,
        boolean remoteReply, String remote, Optional<Instant> lastAttempt, Optional<Instant> retryUntil) {
    public RecipientReport {
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(original);
        Objects.requireNonNull(action);
        Objects.requireNonNull(status);
        Objects.requireNonNull(text);
        Objects.requireNonNull(remote);
        Objects.requireNonNull(lastAttempt);
        Objects.requireNonNull(retryUntil);
    }

    /** From what the queue knows; the action is its decision, since a deferral may be a delay or, at expiry, a failure. */
    public static RecipientReport of(Recipient recipient, Outcome outcome, Action action, Optional<Instant> lastAttempt,
            Optional<Instant> retryUntil) {
        return new RecipientReport(recipient.address(), recipient.original(), action, outcome.status(), outcome.text(),
                outcome.remoteReply(), outcome.remote(), lastAttempt, retryUntil);
    }
}
