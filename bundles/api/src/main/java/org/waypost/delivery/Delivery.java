package org.waypost.delivery;

import java.util.List;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.routing.NextHop;

/**
 * One message on its way to one next hop.
 *
 * @param targets at least one
 * @param content the message's content
 */
public record Delivery(Message message, NextHop hop, List<Target> targets, ContentSource content) {
    public Delivery {
        targets = List.copyOf(targets);
    }

    /**
     * A recipient at this next hop.
     *
     * @param mailbox the mailbox's name at a local next hop, else empty
     */
    public record Target(Recipient recipient, String mailbox) {}
}
