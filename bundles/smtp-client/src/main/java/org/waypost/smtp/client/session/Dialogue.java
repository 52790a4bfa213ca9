package org.waypost.smtp.client.session;

import org.waypost.mail.Reply;

/** A part of a conversation. Its calls come in the connection's mailbox; the last one is its end. */
public interface Dialogue {
    /** Says the first thing. */
    void begin();

    /** The peer's answer to the oldest thing said and not answered. */
    void reply(Reply reply);

    /** The handshake asked for is done. */
    default void secured() {
        throw new IllegalStateException("no handshake was asked for");
    }

    /** Whether something was sent since this was asked last, so that a silent peer may still be listening. */
    default boolean isProgressing() {
        return false;
    }

    /** Whether the peer may be responsible for a message already, so that its answer is worth waiting for. */
    default boolean awaitsVerdict() {
        return false;
    }

    /** The connection is of no use any more. */
    void broken(Trouble trouble);
}
