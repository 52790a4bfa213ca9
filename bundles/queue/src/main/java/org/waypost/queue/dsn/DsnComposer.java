package org.waypost.queue.dsn;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.waypost.format.dsn.Dsn;
import org.waypost.format.dsn.DsnReport;
import org.waypost.format.dsn.DsnWriter;
import org.waypost.format.dsn.RecipientReport;
import org.waypost.mail.Address;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.mail.Recipient;
import org.waypost.spool.Content;
import org.waypost.spool.NewMessage;

/** Makes the message that tells a sender what became of its message (RFC 3464). As thread-safe as the random generator. */
public final class DsnComposer {
    private static final String FROM = "MAILER-DAEMON";

    private final DsnWriter writer;

    public DsnComposer(RandomGenerator random) {
        writer = new DsnWriter(random);
    }

    /**
     * @param id of the DSN, fresh
     * @param about the message reported on, which has a sender
     * @param reports at least one
     * @param hostName of this server
     */
    public NewMessage compose(MessageId id, Message about, List<RecipientReport> reports, ReturnedContent returned,
            String hostName, Instant now) {
        Address to = about.sender().orElseThrow();
        DsnReport report = new DsnReport(hostName, new Address(FROM, hostName), to, id + "@" + hostName, now,
                about.arrived(), peer(about.origin()), about.envelopeId(), about.international(), reports);
        if (returned.whole()) {
            Dsn dsn = writer.withMessage(report, about.body());
            return message(id, to, dsn, now, List.of(ByteBuffer.wrap(dsn.prologue()), ByteBuffer.wrap(returned.bytes()),
                    ByteBuffer.wrap(dsn.epilogue())));
        }
        Dsn dsn = writer.withHeader(report, returned.bytes());
        return message(id, to, dsn, now, List.of(ByteBuffer.wrap(dsn.prologue()), ByteBuffer.wrap(dsn.epilogue())));
    }

    private static NewMessage message(MessageId id, Address to, Dsn dsn, Instant now, List<ByteBuffer> parts) {
        Content.Inline content = new Content.Inline(parts);
        Message message = new Message(id, new ContentId(id.value()), content.size(), Optional.empty(), now, dsn.body(),
                dsn.international(), Optional.empty(), Optional.empty(), Origin.HERE);
        Recipient recipient = new Recipient(0, Recipient.NO_PARENT, to, Optional.empty(), Set.of(), Recipient.Progress.NEW);
        return new NewMessage(message, List.of(recipient), content);
    }

    /** The peer's address without its port. */
    private static Optional<String> peer(Origin origin) {
        String remote = origin.remoteAddress();
        int port = remote.lastIndexOf(':');
        boolean hasPort = port > 0 && (remote.indexOf(':') == port || remote.charAt(port - 1) == ']');
        return remote.isEmpty() ? Optional.empty() : Optional.of(hasPort ? remote.substring(0, port) : remote);
    }
}
