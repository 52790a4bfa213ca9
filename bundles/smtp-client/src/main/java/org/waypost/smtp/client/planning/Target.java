package org.waypost.smtp.client.planning;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * One address to connect to.
 *
 * @param host the name it has, or the address as text
 * @param address resolved
 * @param server the server of the organization that is to be found there; empty for a stranger
 */
public record Target(String host, InetSocketAddress address, Optional<String> server) {
    private static final int SMTP_PORT = 25;

    public Target {
        Objects.requireNonNull(host);
        Objects.requireNonNull(address);
        Objects.requireNonNull(server);
    }

    Target of(Optional<String> expected) {
        return new Target(host, address, expected);
    }

    /** As operators know it: {@code mx.example.org[192.0.2.1]}, with the port if it is not 25. */
    @Override
    public String toString() {
        String text = host + "[" + address.getAddress().getHostAddress() + "]";
        return address.getPort() == SMTP_PORT ? text : text + ":" + address.getPort();
    }
}
