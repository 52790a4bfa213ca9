package org.waypost.transport.mina.connection;

import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;

/** Who talks on a channel. */
sealed interface Seat {
    /** No one. */
    record Vacant() implements Seat {}

    /** A conversation at rest, which waits for the next version of its protocol. */
    record Frozen(FrozenConversation state) implements Seat {}

    /** An idle outgoing connection in the pool. */
    record Parked() implements Seat {}

    /**
     * A living conversation.
     *
     * @param tenancy null on an outgoing connection, whose conversations are not frozen
     * @param handle its view of the channel, dead as soon as the seat changes
     */
    record Taken(Conversation conversation, Tenancy tenancy, Handle handle) implements Seat {
        boolean isLeaving() {
            return tenancy != null && tenancy.isLeaving();
        }
    }
}
