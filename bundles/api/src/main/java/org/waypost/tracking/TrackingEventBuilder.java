package org.waypost.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waypost.mail.Address;
import org.waypost.mail.MessageId;

/** Says a {@link TrackingEvent} part by part; what is not said is empty. One thread. */
public final class TrackingEventBuilder {
    private final Instant time;
    private final TrackingKind kind;
    private final MessageId message;
    private String header = "";
    private Optional<Address> sender = Optional.empty();
    private List<Address> recipients = List.of();
    private long size;
    private String virtualServer = "";
    private String queue = "";
    private String connector = "";
    private String remoteHost = "";
    private String remoteAddress = "";
    private String tls = "";
    private String text = "";
    private Optional<MessageId> related = Optional.empty();

    TrackingEventBuilder(Instant time, TrackingKind kind, MessageId message) {
        this.time = time;
        this.kind = kind;
        this.message = message;
    }

    /** @param value the Message-ID header with angle brackets */
    public TrackingEventBuilder header(String value) {
        header = value;
        return this;
    }

    public TrackingEventBuilder sender(Optional<Address> value) {
        sender = value;
        return this;
    }

    public TrackingEventBuilder recipients(List<Address> value) {
        recipients = value;
        return this;
    }

    /** @param octets of the content */
    public TrackingEventBuilder size(long octets) {
        size = octets;
        return this;
    }

    public TrackingEventBuilder virtualServer(String name) {
        virtualServer = name;
        return this;
    }

    public TrackingEventBuilder queue(String name) {
        queue = name;
        return this;
    }

    public TrackingEventBuilder connector(String name) {
        connector = name;
        return this;
    }

    /** The peer or next host. */
    public TrackingEventBuilder remote(String host, String address) {
        remoteHost = host;
        remoteAddress = address;
        return this;
    }

    /** @param value protocol and cipher suite */
    public TrackingEventBuilder tls(String value) {
        tls = value;
        return this;
    }

    /** @param value the next host's reply, or a sentence */
    public TrackingEventBuilder text(String value) {
        text = value;
        return this;
    }

    public TrackingEventBuilder related(MessageId value) {
        related = Optional.of(value);
        return this;
    }

    public TrackingEvent build() {
        return new TrackingEvent(time, kind, message, header, sender, recipients, size, virtualServer, queue, connector,
                remoteHost, remoteAddress, tls, text, related);
    }
}
