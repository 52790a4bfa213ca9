package org.waypost.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;

/**
 * Something that happened to a message. No text is null; those that are not known are empty.
 *
 * @param time when it happened; kept to the millisecond
 * @param kind what happened
 * @param message the message's id
 * @param header its Message-ID header with angle brackets, or empty
 * @param sender the reverse-path; empty for the null reverse-path
 * @param recipients those it happened to; may be empty
 * @param size of the content in octets
 * @param virtualServer the virtual server that took it
 * @param queue the name of the queue it is in
 * @param connector the connector it takes, or the routing group's name
 * @param remoteHost the name of the peer or next host
 * @param remoteAddress its IP address, maybe with a port behind it
 * @param tls protocol and cipher suite of the connection
 * @param text the next host's reply, or our own sentence
 * @param related the id of the notification, of the copy or of the message that a copy was made from
 */
public record TrackingEvent(Instant time, TrackingKind kind, MessageId message, String header, Optional<Address> sender,
        List<Address> recipients, long size, String virtualServer, String queue, String connector, String remoteHost,
        String remoteAddress, String tls, String text, Optional<MessageId> related) {
    public TrackingEvent {
        Objects.requireNonNull(time);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(message);
        Objects.requireNonNull(header);
        Objects.requireNonNull(sender);
        recipients = List.copyOf(recipients);
        Objects.requireNonNull(virtualServer);
        Objects.requireNonNull(queue);
        Objects.requireNonNull(connector);
        Objects.requireNonNull(remoteHost);
        Objects.requireNonNull(remoteAddress);
        Objects.requireNonNull(tls);
        Objects.requireNonNull(text);
        Objects.requireNonNull(related);
    }

    /** To say the rest of it. */
    public static TrackingEventBuilder of(Instant time, TrackingKind kind, MessageId message) {
        return new TrackingEventBuilder(time, kind, message);
    }

    /** To say the rest of it: size, sender and virtual server are the message's. */
    public static TrackingEventBuilder of(Instant time, TrackingKind kind, Message message) {
        return of(time, kind, message.id()).sender(message.sender()).size(message.size())
                .virtualServer(message.origin().virtualServer());
    }
}
