package org.waypost.smtp.client.planning;

import java.net.InetSocketAddress;

/**
 * One address to connect to.
 *
 * @param host the name it has, or the address as text
 * @param address resolved
 */
public record Target(String host, InetSocketAddress address) {
    private static final int SMTP_PORT = 25;

    /** As operators know it: {@code mx.example.org[192.0.2.1]}, with the port if it is not 25. */
    @Override
    public String toString() {
        String text = host + "[" + address.getAddress().getHostAddress() + "]";
        return address.getPort() == SMTP_PORT ? text : text + ":" + address.getPort();
    }
}
