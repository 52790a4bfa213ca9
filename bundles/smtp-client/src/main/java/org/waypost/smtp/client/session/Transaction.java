package org.waypost.smtp.client.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Reply;

/**
 * One message on a session that is ready. Commands are numbered: MAIL, each RCPT, then DATA or BDAT.
 * One cursor counts those sent, the other those answered; with PIPELINING (RFC 2920) the first runs
 * ahead, and with CHUNKING (RFC 3030) a small message goes out whole in one write.
 */
public final class Transaction implements Dialogue {
    private final Session session;
    private final Delivery delivery;
    private final Capabilities offered;
    private final Envelope envelope;
    private final Verdicts verdicts;
    private final Listener listener;
    private int sent;
    private int answered;
    private ByteBuffer small;
    private ContentStream stream;
    private boolean endSent;
    private boolean finished;

    /** @param chunking whether BDAT is used where it is offered; a binary message needs it anyway */
    public Transaction(Session session, Delivery delivery, Capabilities offered, boolean chunking, Listener listener) {
        this.session = session;
        this.delivery = delivery;
        this.offered = offered;
        this.envelope = new Envelope(delivery, offered, chunking);
        this.verdicts = new Verdicts(delivery.targets().size(), session::peer, offered.has("DSN"));
        this.listener = listener;
    }

    @Override
    public void begin() {
        var obstacle = envelope.obstacle(session.remote());
        if (obstacle.isPresent()) {
            verdicts.rest(obstacle.get());
            finish(Ending.READY);
        } else if (delivery.content().size() > Contents.SMALL) {
            send();
        } else {
            CompletableFuture<ByteBuffer> read = Contents.whole(delivery.content()).toCompletableFuture();
            if (read.isDone()) {
                read.whenComplete(this::loaded);
            } else {
                read.whenComplete((content, failure) -> session.execute(() -> loaded(content, failure)));
            }
        }
    }

    @Override
    public boolean awaitsVerdict() {
        return endSent && !finished;
    }

    @Override
    public boolean isProgressing() {
        return stream != null && stream.progressed();
    }

    @Override
    public void reply(Reply reply) {
        if (reply.code() == 421) {
            session.fail(Trouble.of(reply));
            return;
        }
        int command = answered++;
        if (command == 0) {
            envelopeReply(reply, () -> verdicts.mail(reply));
        } else if (command <= envelope.lastRcpt()) {
            envelopeReply(reply, () -> verdicts.rcpt(command - 1, reply));
        } else if (command == envelope.lastRcpt() + 1 && !envelope.isChunked()) {
            dataReply(reply);
        } else {
            finalReply(reply);
        }
    }

    @Override
    public void broken(Trouble trouble) {
        if (finished) {
            return;
        }
        finished = true;
        if (answered == 0) {
            listener.neverBegan(trouble);
        } else {
            verdicts.rest(trouble);
            listener.done(verdicts.outcomes(), Ending.BROKEN);
        }
    }

    private void loaded(ByteBuffer content, Throwable failure) {
        if (failure == null) {
            small = content;
            send();
        } else {
            unreadable(failure);
        }
    }

    private void unreadable(Throwable failure) {
        // Another connection would not do better: this must not look like a session that never began.
        answered = Math.max(answered, 1);
        session.fail(Trouble.of("4.3.0", "the content cannot be read: " + failure));
    }

    private void send() {
        if (offered.has("PIPELINING")) {
            sendTogether();
        } else {
            sendNext();
        }
        session.await(envelope.step(answered));
    }

    /** All commands, and a small chunk with them; a large one is worth waiting for the answers to the others. */
    private void sendTogether() {
        boolean whole = envelope.isChunked() && small != null;
        int last = envelope.isChunked() && small == null ? envelope.lastRcpt() : envelope.lastRcpt() + 1;
        StringBuilder commands = new StringBuilder();
        while (sent <= last) {
            commands.append(envelope.command(sent++));
        }
        byte[] text = commands.toString().getBytes(StandardCharsets.UTF_8);
        if (whole) {
            session.write(ByteBuffer.allocate(text.length + small.remaining()).put(text).put(small).flip());
            endSent = true;
        } else {
            session.write(ByteBuffer.wrap(text));
        }
    }

    private void sendNext() {
        session.write(ByteBuffer.wrap(envelope.command(sent++).getBytes(StandardCharsets.UTF_8)));
    }

    private void envelopeReply(Reply reply, Runnable verdict) {
        if (reply.code() >= 300 && reply.code() < 400) {
            outOfOrder(reply);
            return;
        }
        verdict.run();
        if (answered < sent) {
            session.await(envelope.step(answered));
        } else if (verdicts.isSettled()) {
            finish(Ending.NEEDS_RESET);
        } else {
            sendNext();
            if (envelope.isChunked() && sent == envelope.lastRcpt() + 2) {
                sendContent(null);
            } else {
                session.await(envelope.step(answered));
            }
        }
    }

    private void dataReply(Reply reply) {
        if (reply.code() == 354 && verdicts.isSettled()) {
            // RFC 2920 3.1: a server may answer 354 although it took no recipient.
            session.write(".");
            session.await(ClientStep.END_OF_DATA);
        } else if (reply.code() == 354) {
            sendContent(new DataEncoder());
        } else if (reply.isPositive()) {
            outOfOrder(reply);
        } else {
            verdicts.message(reply);
            finish(Ending.NEEDS_RESET);
        }
    }

    private void sendContent(DataEncoder encoder) {
        if (small != null) {
            session.write(encoder == null ? small : encoder.encodeWhole(small));
            endSent = true;
            session.await(ClientStep.END_OF_DATA);
        } else {
            stream = new ContentStream(session, delivery.content(), encoder, this::streamed, this::unreadable);
            session.await(ClientStep.CONTENT);
            stream.next();
        }
    }

    private void streamed() {
        endSent = true;
        session.enter(ClientStep.END_OF_DATA);
    }

    private void finalReply(Reply reply) {
        boolean early = stream != null && !endSent;
        if (reply.code() >= 300 && reply.code() < 400 || early && reply.isPositive()) {
            outOfOrder(reply);
            return;
        }
        boolean closesTransaction = !envelope.isChunked() || reply.isPositive() && !verdicts.isSettled();
        verdicts.message(reply);
        if (early) {
            finish(Ending.BROKEN);
        } else {
            finish(closesTransaction ? Ending.READY : Ending.NEEDS_RESET);
        }
    }

    private void outOfOrder(Reply reply) {
        session.fail(Trouble.of("4.5.0", "unexpected reply of " + session.remote() + " " + session.step().phrase()
                + ": " + reply));
    }

    private void finish(Ending ending) {
        finished = true;
        listener.done(verdicts.outcomes(), ending);
    }

    /** How a connection is left. */
    public enum Ending {
        /** Fit for the next message. */
        READY,
        /** Fit after RSET: the peer may think that the transaction goes on. */
        NEEDS_RESET,
        /** Of no use. */
        BROKEN
    }

    /** Hears of the end, once. */
    public interface Listener {
        /** Nothing was answered: another connection may do better. */
        void neverBegan(Trouble trouble);

        /** Each recipient has an outcome, in the order of the targets. */
        void done(List<Outcome> outcomes, Ending ending);
    }
}
