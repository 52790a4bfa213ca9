package org.waypost.transport.mina.connection;

import org.apache.mina.transport.socket.SocketSessionConfig;

/** How sockets are set, incoming and outgoing ones alike. */
public final class Sockets {
    /** Bytes of the first read of a connection; MINA doubles it while reads fill it. */
    private static final int READ_BUFFER = 4096;
    /** One read of the largest size holds what TLS would otherwise decode too deeply nested. */
    private static final int MAX_READ_BUFFER = 32 * 1024;

    private Sockets() {}

    public static void configure(SocketSessionConfig config) {
        config.setTcpNoDelay(true);
        config.setKeepAlive(true);
        config.setMinReadBufferSize(2048);
        config.setReadBufferSize(READ_BUFFER);
        config.setMaxReadBufferSize(MAX_READ_BUFFER);
    }
}
