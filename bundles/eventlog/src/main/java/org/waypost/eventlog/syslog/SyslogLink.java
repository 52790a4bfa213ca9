package org.waypost.eventlog.syslog;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.waypost.event.LoggedEvent;

/** A way to a syslog; it may wait for it. One thread. */
interface SyslogLink extends Closeable {
    Duration CONNECT = Duration.ofSeconds(5);

    void send(LoggedEvent event) throws IOException;

    static SyslogLink open(SyslogTarget target, SyslogFormat format) throws IOException {
        if (target instanceof SyslogTarget.Udp udp) {
            return new Udp(format, DatagramChannel.open().connect(address(udp.host(), udp.port())));
        }
        return target instanceof SyslogTarget.Tcp tcp ? Tcp.connect(format, address(tcp.host(), tcp.port()))
                : local(((SyslogTarget.Local) target).socket(), format);
    }

    private static SyslogLink local(Path socket, SyslogFormat format) throws IOException {
        try {
            return new LocalSocket(format, socket);
        } catch (LinkageError e) {
            throw new IOException("local sockets need JNA (net.java.dev.jna/jna), which is not installed; use udp:// or tcp://", e);
        }
    }

    private static InetSocketAddress address(String host, int port) throws UnknownHostException {
        String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new InetSocketAddress(InetAddress.getByName(plain), port);
    }

    /** A datagram each; that nobody listens shows with a later one. */
    record Udp(SyslogFormat format, DatagramChannel channel) implements SyslogLink {
        @Override
        public void send(LoggedEvent event) throws IOException {
            channel.write(ByteBuffer.wrap(format.message(event)));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** RFC 6587 3.4.1: each message behind its length. */
    record Tcp(SyslogFormat format, Socket socket) implements SyslogLink {
        private static Tcp connect(SyslogFormat format, InetSocketAddress address) throws IOException {
            Socket socket = new Socket();
            try {
                socket.connect(address, (int) CONNECT.toMillis());
                return new Tcp(format, socket);
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        }

        @Override
        public void send(LoggedEvent event) throws IOException {
            byte[] message = format.message(event);
            byte[] length = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
            byte[] frame = ByteBuffer.allocate(length.length + message.length).put(length).put(message).array();
            socket.getOutputStream().write(frame);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
