package org.waypost.transport.mina.connection;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.mina.core.session.IoSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.ConnectionInfo;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.TlsInfo;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;
import org.waypost.transport.mina.framing.Framer;
import org.waypost.transport.mina.framing.InputBuffer;
import org.waypost.transport.mina.tls.TlsFilter;

/**
 * One connection: its socket, its unread input, the outstanding want, and who talks on it. It outlives
 * every conversation. Everything happens in the mailbox, except what says otherwise.
 */
public final class Channel {
    private static final Logger LOG = LoggerFactory.getLogger(Channel.class);
    /** Input read ahead of what is asked for, in bytes. */
    private static final int READ_AHEAD = 64 * 1024;
    private static final Seat.Vacant VACANT = new Seat.Vacant();

    private final IoSession session;
    private final ConnectionInfo info;
    private final Owner owner;
    private final LongSupplier nanoTime;
    private final Mailbox mailbox;
    private final ReadGate gate;
    private final Intake intake;
    private final Outbox outbox;
    private final TlsUpgrade tls;
    private final Request request = new Request();
    private final Framer framer = new Framer();
    private final InputBuffer input = new InputBuffer();
    private final AtomicReference<CloseReason> reason = new AtomicReference<>();
    private Seat seat = VACANT;
    private boolean opened;
    private boolean closing;
    private boolean finished;
    private volatile boolean inputEnded;
    private volatile boolean gone;
    /** When the handshake that comes before any conversation must be done; 0: there is none under way. */
    private volatile long handshakeBy;

    /**
     * @param workers run turns given by threads that are not the transport's
     * @param nanoTime a monotonic clock
     */
    public Channel(IoSession session, ConnectionInfo info, Owner owner, Executor workers, LongSupplier nanoTime) {
        this.session = session;
        this.info = info;
        this.owner = owner;
        this.nanoTime = nanoTime;
        mailbox = new Mailbox(workers, this::settle, this::broken);
        gate = new ReadGate(session);
        intake = new Intake(gate, READ_AHEAD);
        outbox = new Outbox(session);
        tls = new TlsUpgrade(session, gate, outbox);
    }

    public ConnectionInfo info() {
        return info;
    }

    /** Handshake before any conversation. Called before the session is opened. */
    public void secureAtOnce(TlsFilter filter, Duration patience) {
        handshakeBy = nanoTime.getAsLong() + patience.toNanos();
        tls.startAtOnce(filter);
    }

    // What other threads tell

    void received(ByteBuffer bytes) {
        request.heard(nanoTime.getAsLong());
        intake.add(bytes);
        mailbox.wake();
    }

    void sent() {
        if (outbox.sent()) {
            mailbox.wake();
        }
    }

    void inputEnded() {
        inputEnded = true;
        gate.close(ReadGate.ENDED);
        mailbox.wake();
    }

    void secured() {
        tls.secured();
        mailbox.wake();
    }

    void failed(CloseReason why) {
        reason.compareAndSet(null, why);
        if (why.kind() == CloseReason.Kind.TLS_FAILED) {
            // The alert that tells the peer why is still to be sent.
            session.closeOnFlush();
        } else {
            session.closeNow();
        }
    }

    void gone() {
        reason.compareAndSet(null, new CloseReason(CloseReason.Kind.CLOSED_BY_PEER, ""));
        gone = true;
        mailbox.wake();
    }

    /** In a thread of the transport: there is something to do. */
    void wake() {
        mailbox.wake();
    }

    /** From any thread: there may be something to do, such as to enter or to leave a seat. */
    public void settleSoon() {
        submit(() -> { });
    }

    void submit(Runnable turn) {
        mailbox.submit(turn);
    }

    /** Looks at the time limits; any thread. */
    public void sweep(long now) {
        long limit = handshakeBy;
        if (limit != 0 && now - limit >= 0) {
            handshakeBy = 0;
            abandon(new CloseReason(CloseReason.Kind.TLS_FAILED, "no handshake in time"));
        } else if (tls.refusal().isPresent()) {
            abandon(new CloseReason(CloseReason.Kind.TLS_FAILED, tls.refusal().orElse("")));
        } else if (request.isLate(now)) {
            submit(this::expire);
        }
    }

    /** Tells the conversation something; without one the channel ends. Any thread. */
    public void signal(String signal) {
        submit(() -> {
            if (seat instanceof Seat.Taken taken) {
                taken.conversation().signalled(signal);
            } else if (signal.equals(Connection.SHUTDOWN)) {
                close();
            }
        });
    }

    /** Closes at once; the first reason given is told. Any thread. */
    public void abandon(CloseReason why) {
        reason.compareAndSet(null, why);
        session.closeNow();
    }

    /** Ends a conversation that did not come to rest in time, with its connection. Any thread. */
    public void evict(Tenancy tenancy) {
        abandon(new CloseReason(CloseReason.Kind.CLOSED_HERE, "its protocol left before it came to rest"));
        submit(() -> {
            if (seat instanceof Seat.Taken taken && taken.tenancy() == tenancy) {
                endConversation(taken);
            }
        });
    }

    // What a conversation asks for, by its handle

    void read(Want want, Duration timeout) {
        if (request.want() != null) {
            throw new IllegalStateException("a want is outstanding: " + request.want());
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout " + timeout);
        }
        request.ask(want, timeout, nanoTime.getAsLong());
        if (want instanceof Want.Line line) {
            intake.limit(READ_AHEAD + line.maxLength());
        } else if (want instanceof Want.Handshake handshake) {
            startTls(handshake);
        }
    }

    void write(ByteBuffer bytes) {
        if (!closing) {
            outbox.add(bytes);
        }
    }

    CompletionStage<Boolean> flush() {
        return outbox.flush();
    }

    void close() {
        reason.compareAndSet(null, new CloseReason(CloseReason.Kind.CLOSED_HERE, ""));
        closing = true;
    }

    void abort() {
        abandon(new CloseReason(CloseReason.Kind.CLOSED_HERE, "aborted"));
    }

    Optional<TlsInfo> tls() {
        return tls.info();
    }

    void attach(Handle handle, Conversation conversation) {
        if (finished) {
            conversation.closed(reason.get());
            return;
        }
        seat = new Seat.Taken(conversation, null, handle);
        open(conversation);
    }

    void park(String key, FrozenConversation state, Duration keep) {
        if (request.want() != null || !(seat instanceof Seat.Taken taken)) {
            throw new IllegalStateException("not idle");
        }
        taken.handle().die();
        seat = new Seat.Parked();
        owner.parked(this, key, state, keep);
    }

    /** What stands in place of a conversation until one is attached. */
    public Connection newHandle() {
        return new Handle(this);
    }

    /** Lets a protocol open or thaw its conversation here, if it stays. Called by the owner, in the mailbox. */
    public void seat(Tenancy tenancy) {
        if (!tenancy.enter(this)) {
            return;
        }
        Handle handle = new Handle(this);
        Conversation conversation;
        try {
            conversation = seat instanceof Seat.Frozen frozen
                    ? tenancy.protocol().thaw(handle, frozen.state()) : tenancy.protocol().open(handle);
        } catch (RuntimeException e) {
            handle.die();
            tenancy.exit(this);
            throw e;
        }
        seat = new Seat.Taken(conversation, tenancy, handle);
        open(conversation);
    }

    private void open(Conversation conversation) {
        if (!opened) {
            opened = true;
            conversation.opened();
        }
    }

    // The settling turn

    private void settle() {
        if (gone) {
            finish();
            return;
        }
        intake.drainTo(input);
        if (closing) {
            input.clear();
        } else {
            converse();
        }
        intake.left(input.size());
        if (outbox.send()) {
            mailbox.wake();
        }
        advanceTls();
        if (closing && outbox.isEmpty()) {
            tls.sayGoodbye();
            session.closeOnFlush();
        }
    }

    private void converse() {
        if (seat instanceof Seat.Parked) {
            if (input.size() > 0 || inputEnded) {
                abandon(new CloseReason(CloseReason.Kind.CLOSED_BY_PEER, "while idle"));
            }
            return;
        }
        if (handshakeBy != 0 && tls.justSecured().isPresent()) {
            handshakeBy = 0;
        }
        if (handshakeBy == 0) {
            while (occupied() && giveUnit()) {
                // Units follow one another in this turn as long as they are asked for and complete.
            }
        }
        if (inputEnded && isStarved()) {
            // What was answered before may still reach a peer that closed its sending side only.
            reason.compareAndSet(null, new CloseReason(CloseReason.Kind.CLOSED_BY_PEER, ""));
            closing = true;
        }
    }

    /** Whether someone is here to be given a unit; conversations that must go are frozen on the way. */
    private boolean occupied() {
        if (seat instanceof Seat.Taken taken && taken.isLeaving() && request.want() != null && !outbox.hasWaiters()) {
            seat = new Seat.Frozen(taken.conversation().freeze());
            leave(taken);
        }
        if (seat instanceof Seat.Vacant || seat instanceof Seat.Frozen) {
            owner.vacant(this);
        }
        return seat instanceof Seat.Taken taken && !taken.isLeaving() && request.want() != null && !closing;
    }

    private boolean giveUnit() {
        Unit unit = outbox.isFull() ? null : next(request.want());
        if (unit != null) {
            request.done();
            ((Seat.Taken) seat).conversation().received(unit);
        }
        return unit != null;
    }

    private Unit next(Want want) {
        if (want instanceof Want.Handshake) {
            return tls.justSecured().map(Unit.Secured::new).orElse(null);
        }
        return framer.next(want, input);
    }

    private boolean isStarved() {
        Want want = request.want();
        return want != null && !(want instanceof Want.Pause) && seat instanceof Seat.Taken && !outbox.isFull();
    }

    private void startTls(Want.Handshake handshake) {
        Optional<TlsFilter> filter = owner.tlsFilter(handshake.client());
        if (filter.isPresent()) {
            tls.startAfterOutput(filter.get());
        } else {
            reason.compareAndSet(null, new CloseReason(CloseReason.Kind.TLS_FAILED, "no certificate"));
            closing = true;
        }
    }

    private void advanceTls() {
        if (tls.isDrained()) {
            intake.drainTo(input);
            input.clear();
            intake.left(0);
            framer.reset();
            tls.enter();
        }
    }

    private void expire() {
        if (finished || closing || !request.isLate(nanoTime.getAsLong()) || !(seat instanceof Seat.Taken taken)) {
            return;
        }
        Want want = request.want();
        if (want instanceof Want.Handshake) {
            abandon(new CloseReason(CloseReason.Kind.TLS_FAILED, "no handshake in time"));
            return;
        }
        request.done();
        taken.conversation().received(want instanceof Want.Pause ? new Unit.Elapsed() : new Unit.TimedOut());
    }

    private void finish() {
        if (finished) {
            return;
        }
        finished = true;
        outbox.fail();
        if (seat instanceof Seat.Taken taken) {
            endConversation(taken);
        }
        seat = VACANT;
        request.done();
        input.clear();
        owner.ended(this);
    }

    private void endConversation(Seat.Taken taken) {
        seat = VACANT;
        closing = true;
        outbox.fail();
        try {
            taken.conversation().closed(reason.get());
        } finally {
            leave(taken);
        }
    }

    private void leave(Seat.Taken taken) {
        taken.handle().die();
        if (taken.tenancy() != null) {
            taken.tenancy().exit(this);
        }
    }

    private void broken(Throwable cause) {
        LOG.error("The conversation with {} on {} failed and its connection is closed.", info.remote(), info.name(), cause);
        abandon(new CloseReason(CloseReason.Kind.FAILED, cause.toString()));
    }

    /** Whether a handshake was begun and is not done; any thread, as a guess for telling an error's cause. */
    boolean isHandshaking() {
        return handshakeBy != 0 || tls.isUnderWay();
    }
}
