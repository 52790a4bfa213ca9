package org.waypost.smtp.client.session;

import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Reply;

/**
 * Why a dialogue could not go on.
 *
 * @param status RFC 3463
 * @param reason a sentence of ours, or the peer's reply
 * @param remoteReply whether it is the peer's reply
 */
public record Trouble(EnhancedStatus status, String reason, boolean remoteReply) {
    static Trouble of(String status, String reason) {
        return new Trouble(EnhancedStatus.of(status), reason, false);
    }

    static Trouble of(Reply reply) {
        return new Trouble(status(reply), reply.toString(), true);
    }

    /** The reply's enhanced status, or the general one of its class. */
    static EnhancedStatus status(Reply reply) {
        return reply.status().orElseGet(() -> new EnhancedStatus(reply.isPositive() ? 2 : reply.code() / 100, 0, 0));
    }
}
