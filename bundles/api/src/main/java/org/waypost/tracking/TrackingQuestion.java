package org.waypost.tracking;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.waypost.mail.MessageId;

/**
 * Which events are asked for: those to which all that is said applies. Texts compare as a whole and without regard to
 * case.
 *
 * @param message the event's message or related id
 * @param header the Message-ID header, with or without angle brackets
 * @param sender the reverse-path; {@code <>} for the null reverse-path
 * @param recipient one of the recipients
 * @param remote the remote host's name, or its address without port
 * @param kinds one of these; empty for any
 * @param from not before
 * @param to before
 * @param limit how many at most, 1 to {@value #MOST}
 */
public record TrackingQuestion(Optional<MessageId> message, Optional<String> header, Optional<String> sender,
        Optional<String> recipient, Optional<String> remote, Set<TrackingKind> kinds, Instant from, Instant to, int limit) {
    public static final int MOST = 10_000;

    public TrackingQuestion {
        Objects.requireNonNull(message);
        Objects.requireNonNull(header);
        Objects.requireNonNull(sender);
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(remote);
        kinds = Set.copyOf(kinds);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is " + limit + ", allowed are 1 to " + MOST);
        }
    }

    /** The newest of all. */
    public static TrackingQuestion newest(int limit) {
        return new TrackingQuestion(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Set.of(), Instant.MIN, Instant.MAX, limit);
    }

    public TrackingQuestion message(MessageId value) {
        return new TrackingQuestion(Optional.of(value), header, sender, recipient, remote, kinds, from, to, limit);
    }

    public TrackingQuestion header(String value) {
        return new TrackingQuestion(message, Optional.of(value), sender, recipient, remote, kinds, from, to, limit);
    }

    public TrackingQuestion sender(String value) {
        return new TrackingQuestion(message, header, Optional.of(value), recipient, remote, kinds, from, to, limit);
    }

    public TrackingQuestion recipient(String value) {
        return new TrackingQuestion(message, header, sender, Optional.of(value), remote, kinds, from, to, limit);
    }

    public TrackingQuestion remote(String value) {
        return new TrackingQuestion(message, header, sender, recipient, Optional.of(value), kinds, from, to, limit);
    }

    public TrackingQuestion kinds(Set<TrackingKind> value) {
        return new TrackingQuestion(message, header, sender, recipient, remote, value, from, to, limit);
    }

    /** @param first not before @param end before */
    public TrackingQuestion between(Instant first, Instant end) {
        return new TrackingQuestion(message, header, sender, recipient, remote, kinds, first, end, limit);
    }
}
