package org.waypost.smtp.server.session;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.waypost.mail.Address;
import org.waypost.mail.MessageId;
import org.waypost.mail.Recipient;
import org.waypost.smtp.server.content.IncomingContent;
import org.waypost.tracking.Tracking;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;

/** What message tracking is told of messages on their way in. Any thread, but for what takes a session. */
final class Arrivals {
    private final Tracking tracking;
    private final InstantSource clock;

    Arrivals(Tracking tracking, InstantSource clock) {
        this.tracking = tracking;
        this.clock = clock;
    }

    boolean areTracked() {
        return tracking.isOn();
    }

    /** What is to be recorded once it is stored; empty if nobody keeps it. In the mailbox, before the content is handed over. */
    Optional<TrackingEvent> of(Session session, MessageId id) {
        return tracking.isOn() ? Optional.of(event(session, id)) : Optional.empty();
    }

    void stored(Optional<TrackingEvent> event) {
        event.ifPresent(tracking::record);
    }

    private TrackingEvent event(Session session, MessageId id) {
        Transaction transaction = session.transaction();
        IncomingContent content = transaction.content();
        return TrackingEvent.of(clock.instant(), TrackingKind.RECEIVED, id).header(content.messageId())
                .sender(transaction.envelope().sender()).size(content.octets()).virtualServer(session.settings().name())
                .recipients(addresses(transaction.recipients()))
                .remote(session.greeting().map(Greeting::name).orElse(""), Reception.remote(session))
                .tls(session.connection().tls().map(tls -> tls.protocol() + " " + tls.cipherSuite()).orElse("")).build();
    }

    private static List<Address> addresses(List<Recipient> recipients) {
        return recipients.size() == 1 ? List.of(recipients.get(0).address()) : recipients.stream().map(Recipient::address).toList();
    }
}
