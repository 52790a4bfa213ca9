package org.waypost.smtp.client.session;

import java.net.InetSocketAddress;
import org.waypost.connection.Connection;

/**
 * The other end of a connection, for outcomes.
 *
 * @param name as operators know it
 * @param address its IP address with the port
 * @param tls protocol and cipher suite; empty in the clear
 */
record Peer(String name, String address, String tls) {
    static Peer of(String name, Connection connection) {
        InetSocketAddress remote = connection.info().remote();
        return new Peer(name, remote.getAddress().getHostAddress() + ":" + remote.getPort(),
                connection.tls().map(tls -> tls.protocol() + " " + tls.cipherSuite()).orElse(""));
    }
}
