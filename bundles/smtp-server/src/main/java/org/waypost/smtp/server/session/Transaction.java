package org.waypost.smtp.server.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.waypost.mail.Address;
import org.waypost.mail.Notify;
import org.waypost.mail.Recipient;
import org.waypost.smtp.server.content.IncomingContent;

/** From MAIL to the end of the message. To be used from the connection's mailbox only. */
public final class Transaction {
    private final Envelope envelope;
    private final List<Recipient> recipients = new ArrayList<>(2);
    private final Set<Address> seen = new HashSet<>(2);
    private IncomingContent content;
    private Answer failure;

    public Transaction(Envelope envelope) {
        this.envelope = Objects.requireNonNull(envelope);
    }

    public Envelope envelope() {
        return envelope;
    }

    public List<Recipient> recipients() {
        return recipients;
    }

    /** A recipient named twice gets the message once; the first naming counts. */
    public void add(Address address, Optional<String> original, Set<Notify> notifyOn) {
        if (seen.add(address)) {
            recipients.add(new Recipient(recipients.size(), Recipient.NO_PARENT, address, original, notifyOn,
                    Recipient.Progress.NEW));
        }
    }

    /** Whether DATA or a first BDAT came. */
    public boolean hasContent() {
        return content != null;
    }

    public IncomingContent content() {
        return content;
    }

    public void content(IncomingContent incoming) {
        content = Objects.requireNonNull(incoming);
    }

    /** The answer to a chunk that failed; those after it fail alike until RSET (RFC 3030 2). */
    public Optional<Answer> failure() {
        return Optional.ofNullable(failure);
    }

    public void fail(Answer answer) {
        failure = answer;
        release();
    }

    void release() {
        if (content != null) {
            content.release();
        }
    }
}
