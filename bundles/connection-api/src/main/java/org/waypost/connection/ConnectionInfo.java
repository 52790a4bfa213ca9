package org.waypost.connection;

import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * What never changes about a connection.
 *
 * @param id unique in this process
 * @param name the listener's name, or for an outgoing connection the destination's
 * @param local our end
 * @param remote the peer's end
 * @param inbound whether the peer connected to us
 */
public record ConnectionInfo(long id, String name, InetSocketAddress local, InetSocketAddress remote, boolean inbound) {
    public ConnectionInfo {
        Objects.requireNonNull(name);
        Objects.requireNonNull(local);
        Objects.requireNonNull(remote);
    }
}
