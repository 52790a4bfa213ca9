package org.waypost.queue.engine;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueuedMessage;

/** A filter, made ready to be held against many messages at one moment. */
final class Match {
    private static final String NULL_PATH = "<>";

    private final MessageFilter filter;
    private final Optional<String> sender;
    private final Optional<String> recipient;
    private final Instant now;

    Match(MessageFilter filter, Instant now) {
        this.filter = filter;
        this.sender = filter.sender().map(text -> text.toLowerCase(Locale.ROOT));
        this.recipient = filter.recipient().map(text -> text.toLowerCase(Locale.ROOT));
        this.now = now;
    }

    boolean fits(QueuedEntry entry) {
        return fits(entry.message()) && entry.jobs().stream().anyMatch(this::hasOne);
    }

    private boolean hasOne(Job job) {
        return fits(job) && (recipient.isEmpty() || job.targets().stream().anyMatch(target -> fits(target.recipient())));
    }

    boolean fits(QueuedMessage message) {
        return fits(message.message()) && message.recipients().stream()
                .anyMatch(place -> fits(place.queue(), place.state()) && fits(place.recipient()));
    }

    boolean fits(Message message) {
        return filter.before().map(message.arrived()::isBefore).orElse(true) && sender.map(part -> isSender(part, message)).orElse(true);
    }

    /** Whether the recipients of the job are where the filter says. */
    boolean fits(Job job) {
        return filter.queue().map(job.queue().name()::equals).orElse(true)
                && filter.state().map(wanted -> wanted == job.queue().stateOf(job, now)).orElse(true);
    }

    boolean fits(Recipient other) {
        return recipient.map(part -> has(other.address(), part)).orElse(true);
    }

    private boolean fits(String queue, QueueState state) {
        return filter.queue().map(queue::equals).orElse(true) && filter.state().map(state::equals).orElse(true);
    }

    private static boolean isSender(String part, Message message) {
        return part.equals(NULL_PATH) ? message.sender().isEmpty() : message.sender().map(address -> has(address, part)).orElse(false);
    }

    private static boolean has(Address address, String part) {
        return address.toString().toLowerCase(Locale.ROOT).contains(part);
    }
}
