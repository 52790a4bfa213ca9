package org.waypost.transport.mina.listener;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.apache.mina.core.service.IoHandler;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;
import org.waypost.connection.ListenerSpec.Binding;
import org.waypost.transport.mina.connection.Machinery;
import org.waypost.transport.mina.connection.Sockets;

/** One open listening socket. Closing it leaves the connections it accepted. */
final class ListeningSocket {
    private static final int BACKLOG = 512;

    private final NioSocketAcceptor acceptor;
    private final InetSocketAddress address;

    private ListeningSocket(NioSocketAcceptor acceptor, InetSocketAddress address) {
        this.acceptor = acceptor;
        this.address = address;
    }

    /** @throws IOException if the address is unknown, not ours, or in use */
    static ListeningSocket open(Binding binding, Machinery machinery, IoHandler handler) throws IOException {
        InetSocketAddress wanted = new InetSocketAddress(InetAddress.getByName(binding.host()), binding.port());
        NioSocketAcceptor acceptor = new NioSocketAcceptor(machinery.ioThreads(), machinery.processors());
        acceptor.setReuseAddress(true);
        acceptor.setBacklog(BACKLOG);
        acceptor.setCloseOnDeactivation(false);
        Sockets.configure(acceptor.getSessionConfig());
        acceptor.setHandler(handler);
        try {
            acceptor.bind(wanted);
        } catch (IOException | RuntimeException e) {
            acceptor.dispose();
            throw e;
        }
        return new ListeningSocket(acceptor, acceptor.getLocalAddress());
    }

    InetSocketAddress address() {
        return address;
    }

    /** Whether both could not listen at once. */
    boolean overlaps(InetAddress host, int port) {
        return address.getPort() == port
                && (address.getAddress().equals(host) || address.getAddress().isAnyLocalAddress() || host.isAnyLocalAddress());
    }

    void close() {
        acceptor.unbind();
        acceptor.dispose();
    }
}
