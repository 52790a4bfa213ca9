package org.waypost.connection;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One server side of a protocol, on one named listener (an SMTP virtual server, say). Registered as
 * an OSGi service; while it is away its listener keeps its sockets and its connections wait.
 *
 * <p>Threads: {@link #open} and {@link #thaw} are called in the connection's mailbox and must not wait.
 */
@ConsumerType
public interface Protocol {
    /**
     * What to listen on. Read when the service appears and when its service properties change;
     * sockets that stand in the old and in the new answer stay open.
     *
     * @return never null; its {@link ListenerSpec#name()} never changes during the service's life
     */
    ListenerSpec listener();

    /** A new connection came in. The transport calls {@link Conversation#opened()} next. */
    Conversation open(Connection connection);

    /**
     * A conversation frozen by an earlier instance goes on here. Its want is still outstanding in the
     * transport: do not ask again.
     *
     * @throws IllegalArgumentException if the frozen form is of an unknown protocol or version; the
     *     transport then closes the connection
     */
    Conversation thaw(Connection connection, FrozenConversation frozen);

    /**
     * A handshake that comes before anything else failed, or was not done in time: no conversation was opened. Must not
     * wait. A peer that closes before it said anything wrong is not told of.
     *
     * @param reason for people
     */
    default void handshakeFailed(ConnectionInfo connection, String reason) {}

    /** The listener's sockets or certificate changed, or could not be had. Must not wait. */
    void listenerChanged(ListenerStatus status);
}
