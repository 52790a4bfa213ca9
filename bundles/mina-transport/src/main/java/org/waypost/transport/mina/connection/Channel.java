package org.waypost.transport.mina.connection;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.apache.mina.core.session.IoSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.ConnectionInfo;
import org.waypost.transport.mina.tls.TlsFilter;

/**
 * One connection, which outlives every conversation: takes what its threads tell it to the mailbox, where
 * the {@link Exchange} works on it. Any thread, except what says otherwise.
 */
public final class Channel {
    private static final Logger LOG = LoggerFactory.getLogger(Channel.class);

    private final ConnectionInfo info;
    private final Owner owner;
    private final LongSupplier nanoTime;
    private final Mailbox mailbox;
    private final Inbox inbox;
    private final Outbox outbox;
    private final TlsUpgrade tls;
    private final Occupancy occupancy;
    private final Exchange exchange;
    private final Ending ending;
    private final Deadline handshake = new Deadline();
    private final Deadline attachment = new Deadline();
    private volatile boolean gone;

    /**
     * @param workers run turns given by threads that are not the transport's
     * @param nanoTime a monotonic clock
     */
    public Channel(IoSession session, ConnectionInfo info, Owner owner, Executor workers, LongSupplier nanoTime) {
        this.info = info;
        this.owner = owner;
        this.nanoTime = nanoTime;
        mailbox = new Mailbox(workers, this::settle, this::broken);
        ReadGate gate = new ReadGate(session);
        inbox = new Inbox(gate, nanoTime);
        outbox = new Outbox(session);
        tls = new TlsUpgrade(session, gate, outbox);
        ending = new Ending(session);
        occupancy = new Occupancy(this, owner);
        exchange = new Exchange(owner, occupancy, inbox, outbox, tls, ending, handshake);
    }

    public ConnectionInfo info() {
        return info;
    }

    /** Handshake before any conversation. Called before the session is opened. */
    public void secureAtOnce(TlsFilter filter, Duration patience) {
        handshake.set(nanoTime.getAsLong(), patience);
        tls.startAtOnce(filter);
    }

    /** What stands in place of a conversation until one is attached; without one in time the channel ends. */
    public Connection newHandle(Duration patience) {
        attachment.set(nanoTime.getAsLong(), patience);
        return new Handle(this);
    }

    // What I/O threads tell

    void received(ByteBuffer bytes) {
        inbox.received(bytes);
        mailbox.wake();
    }

    void sent() {
        if (outbox.sent()) {
            mailbox.wake();
        }
    }

    void inputEnded() {
        inbox.end();
        mailbox.wake();
    }

    void secured() {
        tls.secured();
        mailbox.wake();
    }

    void failed(CloseReason why) {
        if (why.kind() == CloseReason.Kind.TLS_FAILED) {
            // The alert that tells the peer why is still to be sent.
            ending.because(why.kind(), why.detail());
            ending.afterOutput();
        } else {
            ending.atOnce(why);
        }
    }

    void gone() {
        ending.because(CloseReason.Kind.CLOSED_BY_PEER, "");
        gone = true;
        mailbox.wake();
    }

    /** In a thread of the transport: there is something to do. */
    void wake() {
        mailbox.wake();
    }

    /** Whether a handshake was begun and is not done: a guess, for telling an error's cause. */
    boolean isHandshaking() {
        return handshake.isSet() || tls.isUnderWay();
    }

    // What everyone may ask for

    /** There may be something to do, such as to enter or to leave a seat. */
    public void settleSoon() {
        submit(() -> { });
    }

    void submit(Runnable turn) {
        mailbox.submit(turn);
    }

    /** Looks at the time limits. */
    public void sweep() {
        long now = nanoTime.getAsLong();
        if (handshake.isOver(now)) {
            ending.atOnce(CloseReason.Kind.TLS_FAILED, "no handshake in time");
        } else if (attachment.isOver(now)) {
            ending.atOnce(CloseReason.Kind.CLOSED_HERE, "nobody took it in time");
        } else if (tls.refusal().isPresent()) {
            ending.atOnce(CloseReason.Kind.TLS_FAILED, tls.refusal().orElse(""));
        } else if (inbox.isLate()) {
            submit(exchange::expire);
        }
    }

    /** Tells the conversation something; without one the channel ends. */
    public void signal(String signal) {
        submit(() -> occupancy.conversation().ifPresentOrElse(conversation -> conversation.signalled(signal), () -> {
            if (signal.equals(Connection.SHUTDOWN)) {
                exchange.close();
            }
        }));
    }

    /** Closes at once; the first reason given is told. */
    public void abandon(CloseReason why) {
        ending.atOnce(why);
    }

    /** Ends a conversation that did not come to rest in time, with its connection. */
    public void evict(Tenancy tenancy) {
        ending.atOnce(CloseReason.Kind.CLOSED_HERE, "its protocol left before it came to rest");
        submit(() -> {
            if (occupancy.isOf(tenancy)) {
                exchange.end();
            }
        });
    }

    /** Lets a protocol open or thaw its conversation here, if it stays. Called by the owner, in the mailbox. */
    public void seat(Tenancy tenancy) {
        occupancy.admit(tenancy);
    }

    /** A conversation is being attached. */
    void taken() {
        attachment.clear();
    }

    /** For handles, in the mailbox. */
    Exchange exchange() {
        return exchange;
    }

    /** Why it is not secured, if it failed at that before it had any conversation; in {@link Owner#ended}. */
    public Optional<CloseReason> handshakeFailure() {
        return Optional.ofNullable(ending.reason()).filter(why -> handshake.isSet() && why.kind() == CloseReason.Kind.TLS_FAILED);
    }

    // In the mailbox

    private void settle() {
        if (gone) {
            finish();
        } else if (exchange.settle()) {
            mailbox.wake();
        }
    }

    private void finish() {
        if (!exchange.isFinished()) {
            try {
                exchange.finish();
            } finally {
                owner.ended(this);
            }
        }
    }

    private void broken(Throwable cause) {
        LOG.error("The conversation with {} on {} failed and its connection is closed.", info.remote(), info.name(), cause);
        ending.atOnce(CloseReason.Kind.FAILED, cause.toString());
    }
}
