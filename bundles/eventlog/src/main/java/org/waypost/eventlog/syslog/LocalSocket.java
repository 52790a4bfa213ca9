package org.waypost.eventlog.syslog;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.waypost.event.LoggedEvent;

/** A datagram socket of Linux, which Java has no way to; needs JNA. One thread. */
final class LocalSocket implements SyslogLink {
    private static final short AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    /** It does not wait for a reader that is behind, and no signal comes if there is none. */
    private static final int DONT_WAIT_NO_SIGNAL = 0x40 | 0x4000;
    /** sun_path has 108 octets, the last one zero. */
    private static final int LONGEST_PATH = 107;

    /** libc. */
    public interface C extends Library {
        int socket(int domain, int type, int protocol) throws LastErrorException;

        int connect(int socket, byte[] address, int length) throws LastErrorException;

        long send(int socket, byte[] message, long length, int flags) throws LastErrorException;

        int close(int socket) throws LastErrorException;
    }

    private final SyslogFormat format;
    private final C c;
    private final int socket;

    LocalSocket(SyslogFormat format, Path path) throws IOException {
        this.format = format;
        byte[] address = address(path);
        try {
            c = Native.load("c", C.class);
            socket = c.socket(AF_UNIX, SOCK_DGRAM, 0);
        } catch (LastErrorException e) {
            throw new IOException(e.getMessage(), e);
        }
        try {
            c.connect(socket, address, address.length);
        } catch (LastErrorException e) {
            close();
            throw new IOException(e.getMessage(), e);
        }
    }

    private static byte[] address(Path path) throws IOException {
        byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
        if (name.length > LONGEST_PATH) {
            throw new IOException("the path of the socket is longer than " + LONGEST_PATH + " octets");
        }
        return ByteBuffer.allocate(name.length + 3).order(ByteOrder.nativeOrder()).putShort(AF_UNIX).put(name).array();
    }

    @Override
    public void send(LoggedEvent event) throws IOException {
        byte[] message = format.local(event);
        try {
            c.send(socket, message, message.length, DONT_WAIT_NO_SIGNAL);
        } catch (LastErrorException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        c.close(socket);
    }
}
