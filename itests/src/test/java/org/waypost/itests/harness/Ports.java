package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;

/** Ports nobody uses now, for TCP and UDP, on every local address. */
public final class Ports {
    private static final int ATTEMPTS = 50;

    private Ports() {}

    /** @throws AssertionError if none is found */
    public static int free() {
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = freeForTcp();
            if (isFreeForUdp(port)) {
                return port;
            }
        }
        throw new AssertionError("no free port");
    }

    private static int freeForTcp() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFreeForUdp(int port) {
        try (DatagramSocket socket = new DatagramSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
