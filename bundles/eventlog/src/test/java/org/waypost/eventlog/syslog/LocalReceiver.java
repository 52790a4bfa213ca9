package org.waypost.eventlog.syslog;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A datagram socket of Linux that stands for journald's or rsyslogd's. */
final class LocalReceiver implements AutoCloseable {
    private static final short AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;

    /** libc. */
    public interface C extends Library {
        int socket(int domain, int type, int protocol) throws LastErrorException;

        int bind(int socket, byte[] address, int length) throws LastErrorException;

        long recv(int socket, byte[] message, long length, int flags) throws LastErrorException;

        int close(int socket) throws LastErrorException;
    }

    private final C c = Native.load("c", C.class);
    private final int socket = c.socket(AF_UNIX, SOCK_DGRAM, 0);

    LocalReceiver(Path path) {
        byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
        byte[] address = ByteBuffer.allocate(name.length + 3).order(ByteOrder.nativeOrder()).putShort(AF_UNIX).put(name).array();
        c.bind(socket, address, address.length);
    }

    /** Waits for it. */
    String receive() {
        byte[] message = new byte[4_096];
        return new String(message, 0, (int) c.recv(socket, message, message.length, 0), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        c.close(socket);
    }
}
