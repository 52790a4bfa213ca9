package org.waypost.connection;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The protocol's side of one connection. All calls come one after the other, in the connection's
 * mailbox, and must return without waiting; slow work is continued by {@link Connection#execute}.
 */
@ConsumerType
public interface Conversation {
    /** The connection stands and, with implicit TLS, is secured. Called once, never after a thaw. */
    void opened();

    /** The unit asked for by the last {@link Connection#read}, which is no longer outstanding. */
    void received(Unit unit);

    /**
     * Something that does not come from the network, such as {@link Connection#SHUTDOWN}. It may
     * arrive while a want is outstanding, which it leaves outstanding.
     */
    void signalled(String signal);

    /** The connection is gone. Nothing more is called; what was written may not have arrived. */
    void closed(CloseReason reason);

    /**
     * This conversation at rest, as data. Called only while a want is outstanding; nothing more is
     * called on this object afterwards.
     */
    FrozenConversation freeze();
}
