package org.waypost.directory.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether a port can be had before a server is built for it, which costs seconds. */
public final class Ports {
    private Ports() {
    }

    /** Whether nobody listens there now; true for port 0. Does not wait. */
    public static boolean isFree(EmbeddedSettings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the server does: connections of the one before, which the system still remembers, do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.address(), settings.port()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
