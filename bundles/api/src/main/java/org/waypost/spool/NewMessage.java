package org.waypost.spool;

import java.util.List;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/**
 * A message to be accepted.
 *
 * @param message whose {@link Message#content()} is the id under which the content will be found
 * @param recipients at least one
 * @param content its bytes, or where they lie
 */
public record NewMessage(Message message, List<Recipient> recipients, Content content) {
    public NewMessage {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("no recipients");
        }
    }
}
