package org.waypost.spool;

import java.util.List;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/**
 * A message in the spool.
 *
 * @param recipients those not yet done, by number
 */
public record StoredMessage(Message message, List<Recipient> recipients) {
    public StoredMessage {
        recipients = List.copyOf(recipients);
    }
}
