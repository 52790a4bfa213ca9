package org.waypost.smtp.server.session;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.event.EventLog;
import org.waypost.format.message.MailDate;
import org.waypost.format.message.ReceivedHeader;
import org.waypost.mail.Address;
import org.waypost.mail.ContentId;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.mail.Reply;
import org.waypost.smtp.server.content.ContentStore;
import org.waypost.smtp.server.content.HeaderCompletion;
import org.waypost.smtp.server.content.IncomingContent;
import org.waypost.smtp.server.content.SpoolContents;
import org.waypost.smtp.server.event.SmtpEvent;
import org.waypost.spool.Content;
import org.waypost.spool.NewMessage;
import org.waypost.metrics.Meter;
import org.waypost.metrics.Metric;
import org.waypost.spool.SpoolFullException;
import org.waypost.tracking.Tracking;
import org.waypost.tracking.TrackingEvent;

/** The two ends of a message's way in: its queue id and trace field before, the spool's word after. Any thread. */
public final class Reception {
    private static final Optional<EnhancedStatus> DONE = Optional.of(new EnhancedStatus(2, 0, 0));

    private final ContentStore store;
    private final InstantSource clock;
    private final EventLog events;
    private final Arrivals arrivals;
    private final Meter meter;

    public Reception(ContentStore store, InstantSource clock, EventLog events, Tracking tracking, Meter meter) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.arrivals = new Arrivals(tracking, clock);
        this.meter = meter;
    }

    /** A fresh queue id for {@link #begin}. */
    public CompletionStage<MessageId> nextId() {
        return store.nextId();
    }

    /** Gives the session's transaction a content that begins with our Received field. In the mailbox. */
    public void begin(Session session, MessageId id) {
        Optional<HeaderCompletion> completion = session.settings().authentication().submission()
                ? Optional.of(completion(session, id)) : Optional.empty();
        session.transaction().content(store.begin(id, received(session, id), completion, arrivals.areTracked()));
    }

    /** Date and Message-ID, which a submission server adds where a client left them out (RFC 6409 8.2, 8.3). */
    private HeaderCompletion completion(Session session, MessageId id) {
        Instant now = clock.instant();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("date", "Date: " + MailDate.format(now) + "\r\n");
        fields.put("message-id", "Message-ID: <" + id + "." + now.toEpochMilli() + "@" + session.settings().hostName() + ">\r\n");
        return new HeaderCompletion(fields);
    }

    /**
     * Makes the transaction's content durable, if nothing is against it.
     *
     * @return the answer to the end of data, or empty if the spool is away and this may be called again; never fails
     */
    CompletionStage<Optional<Answer>> finish(Session session) {
        Transaction transaction = session.transaction();
        IncomingContent content = transaction.content();
        Optional<Answer> against = Verdict.of(content, session.settings());
        if (against.isPresent()) {
            content.release();
            return CompletableFuture.completedFuture(against);
        }
        MessageId id = new MessageId(content.id().value());
        Answer answer = accepted(id);
        Optional<TrackingEvent> arrival = arrivals.of(session, id);
        return store.accept(content, bytes -> message(session, id, bytes))
                .handle((begun, failure) -> {
                    if (failure == null && begun) {
                        arrivals.stored(arrival);
                        meter.count(Metric.SMTP_MESSAGES, session.settings().name());
                    }
                    return failure != null ? Optional.of(refused(session, id, failure)) : begun ? Optional.of(answer) : Optional.empty();
                });
    }

    private NewMessage message(Session session, MessageId id, Content bytes) {
        Transaction transaction = session.transaction();
        Envelope envelope = transaction.envelope();
        Origin origin = new Origin(session.settings().name(), remote(session), protocol(session),
                session.user().map(User::name).orElse(""), "", session.server().orElse(""));
        Message message = new Message(id, new ContentId(id.value()), bytes.size(), envelope.sender(), clock.instant(),
                envelope.body(), envelope.international(), envelope.returnContent(), envelope.envelopeId(), origin);
        return new NewMessage(message, transaction.recipients(), bytes);
    }

    private static Answer accepted(MessageId id) {
        return new Answer(new Reply(250, DONE, List.of(id + " queued")));
    }

    private Answer refused(Session session, MessageId id, Throwable failure) {
        Throwable cause = SpoolContents.cause(failure);
        if (cause instanceof SpoolFullException) {
            return Verdict.NO_ROOM;
        }
        events.report(SmtpEvent.MESSAGE_NOT_STORED, session.settings().name(), id, cause.toString(), cause);
        return Answer.TRY_AGAIN;
    }

    private byte[] received(Session session, MessageId id) {
        List<Recipient> recipients = session.transaction().recipients();
        Optional<Address> only = recipients.size() == 1 ? Optional.of(recipients.get(0).address()) : Optional.empty();
        Instant now = clock.instant();
        return new ReceivedHeader(session.greeting().map(Greeting::name).orElse(""),
                session.connection().info().remote().getAddress().getHostAddress(), Optional.empty(),
                session.settings().hostName(), protocol(session), id.toString(), only,
                session.connection().tls().map(tls -> tls.cipherSuite()), now).format().getBytes(StandardCharsets.UTF_8);
    }

    static String remote(Session session) {
        var remote = session.connection().info().remote();
        return remote.getAddress().getHostAddress() + ":" + remote.getPort();
    }

    /** As registered for Received fields (RFC 3848, RFC 6531 3.7.1): S for secured, A for authenticated. */
    private static String protocol(Session session) {
        if (!session.greeting().map(Greeting::extended).orElse(false)) {
            return "SMTP";
        }
        String name = session.transaction().envelope().international() ? "UTF8SMTP" : "ESMTP";
        return name + (session.isSecured() ? "S" : "") + (session.user().isPresent() ? "A" : "");
    }
}
