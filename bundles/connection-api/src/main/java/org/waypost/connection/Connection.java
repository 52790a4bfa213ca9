package org.waypost.connection;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One TCP connection as its conversation sees it. Everything that belongs to the conversation
 * happens in the connection's mailbox, one turn after the other: calls to the
 * {@link Conversation} and tasks given to {@link #execute}. Other methods are to be called from
 * such a turn, except {@link #execute}, {@link #info} and {@link #abort}, which any thread may call.
 */
@ProviderType
public interface Connection {
    /** The {@link Conversation#signalled signal} that asks to finish and close: the transport stops. */
    String SHUTDOWN = "shutdown";

    ConnectionInfo info();

    /** Empty while the connection is in the clear. */
    Optional<TlsInfo> tls();

    /**
     * Asks for the next unit; it is given to {@link Conversation#received} in a later turn.
     *
     * @param timeout how long the peer may be silent before {@link Unit.TimedOut} is given instead;
     *     positive
     * @throws IllegalStateException if a want is outstanding already
     */
    void read(Want want, Duration timeout);

    /**
     * Queues bytes behind those queued before. They are sent together when the mailbox has no more
     * complete input to work on or the conversation waits, so pipelined replies share a packet.
     *
     * @param bytes not to be touched by the caller afterwards
     */
    void write(ByteBuffer bytes);

    /**
     * Sends what is queued and completes, in the mailbox, when the socket took it: the back-pressure
     * of a long stream. Completes with false when the connection is gone.
     */
    CompletionStage<Boolean> flush();

    /** Runs a task as a turn of the mailbox; dropped when the connection is gone. */
    void execute(Runnable turn);

    /** Sends what is queued, then closes. Nothing more is read. */
    void close();

    /** Closes at once. */
    void abort();

    /**
     * Gives an outgoing connection its first conversation, or a new one after
     * {@link Outgoing#take}. {@link Conversation#opened()} is called for the first one only.
     */
    void attach(Conversation conversation);

    /**
     * Hands an idle outgoing connection to the transport's pool, where it stays over a replacement of
     * the protocol. The conversation ends without {@link Conversation#closed}. Input or a close by
     * the peer while parked ends the connection.
     *
     * @param key under which {@link Outgoing#take} finds it
     * @param keep how long at most
     */
    void park(String key, FrozenConversation state, Duration keep);
}
