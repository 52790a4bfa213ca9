package org.waypost.admin.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.queue.MessagePage;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueuedMessage;

/** Messages as programs read them. @param next queue id to go on after */
record MessageJson(List<One> messages, Optional<String> next) {
    /** @param sender empty for the null reverse-path; @param size octets */
    record One(String id, String sender, long size, Instant arrived, List<To> recipients) {}

    /** @param due when it is tried next; empty for at once */
    record To(String address, String queue, QueueState state, int attempts, Optional<Instant> due, String lastReason) {}

    static MessageJson of(MessagePage page) {
        return new MessageJson(page.messages().stream().map(MessageJson::of).toList(), page.next().map(Object::toString));
    }

    static One of(QueuedMessage queued) {
        Message m = queued.message();
        return new One(m.id().toString(), m.sender().map(Address::toString).orElse(""), m.size(), m.arrived(),
                queued.recipients().stream().map(MessageJson::of).toList());
    }

    private static To of(QueuedMessage.Place place) {
        Recipient.Progress progress = place.recipient().progress();
        return new To(place.recipient().address().toString(), place.queue(), place.state(), progress.attempts(),
                Optional.of(progress.due()).filter(due -> due.isAfter(Instant.EPOCH)), progress.lastReason());
    }
}
