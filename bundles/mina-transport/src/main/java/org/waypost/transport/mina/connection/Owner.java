package org.waypost.transport.mina.connection;

import java.time.Duration;
import java.util.Optional;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.Want;
import org.waypost.transport.mina.tls.TlsFilter;

/** What a channel belongs to: a listener, or the outgoing side. Called in the channel's mailbox. */
public interface Owner {
    /** The channel stands and has no conversation: seat one now, or wake it when there is one. */
    void vacant(Channel channel);

    /**
     * The filter for a handshake; empty if there can be none, for want of a readable certificate.
     *
     * @param client present if our side is the client
     */
    Optional<TlsFilter> tlsFilter(Optional<Want.ClientTls> client);

    /** The channel became idle and may be used again under the key. */
    void parked(Channel channel, String key, FrozenConversation state, Duration keep);

    /** The channel is gone. */
    void ended(Channel channel);
}
