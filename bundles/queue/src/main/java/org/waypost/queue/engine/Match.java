package org.waypost.queue.engine;

import java.time.Instant;
import java.util.Optional;
import org.waypost.delivery.Delivery.Target;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueuedMessage;

/** A filter, made ready to be held against many messages at one moment. */
final class Match {
    private static final String NULL_PATH = "<>";

    private final MessageFilter filter;
    private final Optional<AddressPart> sender;
    private final Optional<AddressPart> recipient;
    private final boolean isNullPath;
    private final Instant now;

    Match(MessageFilter filter, Instant now) {
        this.filter = filter;
        this.sender = filter.sender().map(AddressPart::new);
        this.recipient = filter.recipient().map(AddressPart::new);
        isNullPath = filter.sender().equals(Optional.of(NULL_PATH));
        this.now = now;
    }

    boolean fits(QueuedEntry entry) {
        if (fits(entry.message())) {
            for (Job job : entry.jobs()) {
                if (hasOne(job)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hasOne(Job job) {
        return (recipient.isEmpty() || isTo(recipient.get(), job)) && fits(job);
    }

    private static boolean isTo(AddressPart part, Job job) {
        for (Target target : job.targets()) {
            if (part.isIn(target.recipient().address())) {
                return true;
            }
        }
        return false;
    }

    boolean fits(QueuedMessage message) {
        return fits(message.message()) && message.recipients().stream()
                .anyMatch(place -> fits(place.queue(), place.state()) && fits(place.recipient()));
    }

    boolean fits(Message message) {
        return (filter.before().isEmpty() || message.arrived().isBefore(filter.before().get()))
                && (sender.isEmpty() || isSender(sender.get(), message));
    }

    /** Whether the recipients of the job are where the filter says. */
    boolean fits(Job job) {
        return filter.queue().map(job.queue().name()::equals).orElse(true)
                && filter.state().map(wanted -> wanted == job.queue().stateOf(job, now)).orElse(true);
    }

    boolean fits(Recipient other) {
        return recipient.map(part -> part.isIn(other.address())).orElse(true);
    }

    private boolean fits(String queue, QueueState state) {
        return filter.queue().map(queue::equals).orElse(true) && filter.state().map(state::equals).orElse(true);
    }

    private boolean isSender(AddressPart part, Message message) {
        return isNullPath ? message.sender().isEmpty() : message.sender().isPresent() && part.isIn(message.sender().get());
    }
}
