package org.waypost.http.resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueuedMessage;

/** A queued message as it is shown. @param sender empty for the null reverse-path; @param size octets */
record MessageView(MessageId id, Optional<Address> sender, long size, Instant arrived, Optional<String> envelopeId, Origin origin,
        List<RecipientView> recipients) {
    /** @param due when it is tried next; empty for at once */
    record RecipientView(Address address, String queue, QueueState state, int attempts, Optional<Instant> due, boolean frozen, String lastReason) {}

    static MessageView of(QueuedMessage queued) {
        Message message = queued.message();
        return new MessageView(message.id(), message.sender(), message.size(), message.arrived(), message.envelopeId(), message.origin(),
                queued.recipients().stream().map(MessageView::recipient).toList());
    }

    private static RecipientView recipient(QueuedMessage.Place place) {
        Recipient.Progress progress = place.recipient().progress();
        return new RecipientView(place.recipient().address(), place.queue(), place.state(), progress.attempts(),
                Optional.of(progress.due()).filter(due -> due.isAfter(Instant.EPOCH)), progress.frozen(), progress.lastReason());
    }
}
