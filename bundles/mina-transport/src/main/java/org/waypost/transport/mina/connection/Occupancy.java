package org.waypost.transport.mina.connection;

import java.time.Duration;
import java.util.Optional;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;

/**
 * Who talks on a channel: seats conversations, freezes those whose protocol leaves, and tells them the
 * end. Used in the mailbox.
 */
final class Occupancy {
    private static final Seat.Vacant VACANT = new Seat.Vacant();

    private final Channel channel;
    private final Owner owner;
    private Seat seat = VACANT;
    private boolean opened;

    Occupancy(Channel channel, Owner owner) {
        this.channel = channel;
        this.owner = owner;
    }

    Optional<Conversation> conversation() {
        return seat instanceof Seat.Taken taken ? Optional.of(taken.conversation()) : Optional.empty();
    }

    /** Whether a conversation is here that may be given units. */
    boolean isListening() {
        return seat instanceof Seat.Taken taken && !taken.isLeaving();
    }

    boolean isParked() {
        return seat instanceof Seat.Parked;
    }

    boolean isOf(Tenancy tenancy) {
        return seat instanceof Seat.Taken taken && taken.tenancy() == tenancy;
    }

    void attach(Handle handle, Conversation conversation) {
        seat = new Seat.Taken(conversation, null, handle);
        open(conversation);
    }

    void park(String key, FrozenConversation state, Duration keep) {
        if (!(seat instanceof Seat.Taken taken)) {
            throw new IllegalStateException("not idle");
        }
        taken.handle().die();
        seat = new Seat.Parked();
        owner.parked(channel, key, state, keep);
    }

    /** Lets a protocol open or thaw its conversation here, if it stays. */
    void admit(Tenancy tenancy) {
        if (!tenancy.enter(channel)) {
            return;
        }
        Handle handle = new Handle(channel);
        Conversation conversation;
        try {
            conversation = seat instanceof Seat.Frozen frozen
                    ? tenancy.protocol().thaw(handle, frozen.state()) : tenancy.protocol().open(handle);
        } catch (RuntimeException e) {
            handle.die();
            tenancy.exit(channel);
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

    /**
     * Freezes a conversation whose protocol leaves, and asks the owner for one when there is none.
     *
     * @param atRest whether it may be frozen now
     */
    void turnOver(boolean atRest) {
        if (atRest && seat instanceof Seat.Taken taken && taken.isLeaving()) {
            seat = new Seat.Frozen(taken.conversation().freeze());
            leave(taken);
        }
        if (seat instanceof Seat.Vacant || seat instanceof Seat.Frozen) {
            owner.vacant(channel);
        }
    }

    /** The connection is gone, or its protocol was not waited for. */
    void end(CloseReason reason) {
        Seat last = seat;
        seat = VACANT;
        if (last instanceof Seat.Taken taken) {
            try {
                taken.conversation().closed(reason);
            } finally {
                leave(taken);
            }
        }
    }

    private void leave(Seat.Taken taken) {
        taken.handle().die();
        if (taken.tenancy() != null) {
            taken.tenancy().exit(channel);
        }
    }
}
