package org.waypost.track.index;

import java.util.Optional;
import java.util.function.LongConsumer;
import org.waypost.mail.Address;
import org.waypost.tracking.TrackingEvent;

/** The form in which values are compared, and the terms of an event. */
public final class Values {
    /** The null reverse-path. */
    private static final Long NOBODY = Term.SENDER.of("");

    private Values() {
    }

    /** A Message-ID without angle brackets. */
    public static String header(String text) {
        String trimmed = text.strip();
        boolean bracketed = trimmed.length() > 1 && trimmed.startsWith("<") && trimmed.endsWith(">");
        return bracketed ? trimmed.substring(1, trimmed.length() - 1) : trimmed;
    }

    /** An address, or nothing for the null reverse-path in either form. */
    public static String sender(String text) {
        return header(text);
    }

    public static String sender(Optional<Address> sender) {
        return sender.map(Address::toString).orElse("");
    }

    /** A host's name without its last dot, or an IP address without brackets and port. */
    public static String host(String text) {
        int bracket = text.indexOf(']');
        if (text.startsWith("[") && bracket > 0) {
            return text.substring(1, bracket);
        }
        int colon = text.indexOf(':');
        String host = colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    static void terms(TrackingEvent event, LongConsumer to) {
        to.accept(Term.KIND.of(event.kind().name()));
        to.accept(Term.MESSAGE.of(event.message().value()));
        event.related().ifPresent(related -> to.accept(Term.MESSAGE.of(related.value())));
        to.accept(event.sender().map(Term.SENDER::of).orElse(NOBODY));
        for (Address recipient : event.recipients()) {
            to.accept(Term.RECIPIENT.of(recipient));
        }
        if (!event.header().isEmpty()) {
            to.accept(Term.HEADER.of(header(event.header())));
        }
        remote(event.remoteHost(), to);
        remote(event.remoteAddress(), to);
    }

    private static void remote(String host, LongConsumer to) {
        if (!host.isEmpty()) {
            to.accept(Term.REMOTE.of(host(host)));
        }
    }
}
