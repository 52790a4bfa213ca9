package org.waypost.transport.mina.connection;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.TlsInfo;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;
import org.waypost.transport.mina.tls.TlsFilter;

/**
 * The give and take between a channel and its conversation: units for wants, and writes. Everything
 * happens in the mailbox.
 */
final class Exchange {
    private final Owner owner;
    private final Occupancy occupancy;
    private final Inbox inbox;
    private final Outbox outbox;
    private final TlsUpgrade tls;
    private final Ending ending;
    private final Deadline handshake;
    private boolean closing;
    private boolean finished;

    /** @param handshake set until the handshake that comes before any conversation is done */
    Exchange(Owner owner, Occupancy occupancy, Inbox inbox, Outbox outbox, TlsUpgrade tls, Ending ending, Deadline handshake) {
        this.owner = owner;
        this.occupancy = occupancy;
        this.inbox = inbox;
        this.outbox = outbox;
        this.tls = tls;
        this.ending = ending;
        this.handshake = handshake;
    }

    // What a conversation asks for, by its handle

    void read(Want want, Duration timeout) {
        inbox.ask(want, timeout);
        if (want instanceof Want.Handshake asked) {
            startTls(asked);
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
        closeAfterOutput(CloseReason.Kind.CLOSED_HERE, "");
    }

    Optional<TlsInfo> tls() {
        return tls.info();
    }

    void attach(Handle handle, Conversation conversation) {
        if (finished) {
            conversation.closed(ending.reason());
        } else {
            occupancy.attach(handle, conversation);
        }
    }

    void park(String key, FrozenConversation state, Duration keep) {
        if (inbox.want() != null) {
            throw new IllegalStateException("not idle");
        }
        occupancy.park(key, state, keep);
    }

    // What happens to it

    /**
     * Gives the conversation what it asked for, and the socket what was written.
     *
     * @return whether it must be done again
     */
    boolean settle() {
        inbox.fill();
        if (closing) {
            inbox.clear();
        } else {
            converse();
        }
        inbox.makeRoom();
        boolean again = outbox.send();
        if (tls.isDrained()) {
            inbox.startAfresh();
            tls.enter();
        }
        if (closing && outbox.isEmpty()) {
            tls.sayGoodbye();
            ending.afterOutput();
        }
        return again;
    }

    private void converse() {
        if (occupancy.isParked()) {
            if (!inbox.isEmpty() || inbox.isComplete()) {
                ending.atOnce(CloseReason.Kind.CLOSED_BY_PEER, "while idle");
            }
            return;
        }
        if (handshake.isSet() && tls.justSecured().isPresent()) {
            handshake.clear();
        }
        if (!handshake.isSet()) {
            while (isAsked() && giveUnit()) {
                // Units follow one another in this turn as long as they are asked for and complete.
            }
        }
        if (inbox.isComplete() && isStarved()) {
            // What was answered before may still reach a peer that closed its sending side only.
            closeAfterOutput(CloseReason.Kind.CLOSED_BY_PEER, "");
        }
    }

    private boolean isAsked() {
        occupancy.turnOver(inbox.want() != null && !outbox.hasWaiters());
        return occupancy.isListening() && inbox.want() != null && !closing;
    }

    private boolean giveUnit() {
        Unit unit = outbox.isFull() ? null : next();
        if (unit != null) {
            give(unit);
        }
        return unit != null;
    }

    private Unit next() {
        if (inbox.want() instanceof Want.Handshake) {
            return tls.justSecured().map(Unit.Secured::new).orElse(null);
        }
        return inbox.next();
    }

    private void give(Unit unit) {
        inbox.done();
        occupancy.conversation().ifPresent(conversation -> conversation.received(unit));
    }

    private boolean isStarved() {
        Want want = inbox.want();
        return want != null && !(want instanceof Want.Pause) && occupancy.conversation().isPresent() && !outbox.isFull();
    }

    private void startTls(Want.Handshake asked) {
        Optional<TlsFilter> filter = owner.tlsFilter(asked.client());
        if (filter.isPresent()) {
            tls.startAfterOutput(filter.get());
        } else {
            closeAfterOutput(CloseReason.Kind.TLS_FAILED, "no certificate that could be shown");
        }
    }

    private void closeAfterOutput(CloseReason.Kind kind, String detail) {
        ending.because(kind, detail);
        closing = true;
    }

    /** The want may have had its time. */
    void expire() {
        if (finished || closing || !inbox.isLate() || occupancy.conversation().isEmpty()) {
            return;
        }
        Want want = inbox.want();
        if (want instanceof Want.Handshake) {
            ending.atOnce(CloseReason.Kind.TLS_FAILED, "no handshake in time");
        } else {
            give(want instanceof Want.Pause ? new Unit.Elapsed() : new Unit.TimedOut());
        }
    }

    /** The conversation's end, which comes before or with the connection's. */
    void end() {
        closing = true;
        outbox.fail();
        occupancy.end(ending.reason());
    }

    /** The connection is gone. */
    void finish() {
        finished = true;
        try {
            end();
        } finally {
            inbox.done();
            inbox.clear();
        }
    }

    boolean isFinished() {
        return finished;
    }
}
