package org.waypost.dns.resolver;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A DNS server on loopback, by UDP and TCP on one port, which answers what a function says; null is silence. */
final class Responder implements AutoCloseable {
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final UnaryOperator<Message> answers;
    private final boolean truncating;
    private final List<String> queries = new CopyOnWriteArrayList<>();

    Responder(UnaryOperator<Message> answers, boolean truncating) throws IOException {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), answers, truncating);
    }

    /** @param address of loopback; port 0 for any */
    Responder(InetSocketAddress address, UnaryOperator<Message> answers, boolean truncating) throws IOException {
        this.answers = answers;
        this.truncating = truncating;
        tcp = new ServerSocket(address.getPort(), 10, address.getAddress());
        udp = new DatagramSocket(tcp.getLocalPort(), address.getAddress());
        start(this::serveUdp);
        start(this::serveTcp);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort());
    }

    /** Such as {@code udp example.org. MX}. */
    List<String> queries() {
        return queries;
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }

    private static void start(Service service) {
        Thread thread = new Thread(() -> {
            try {
                service.run();
            } catch (IOException e) {
                // The socket was closed: the test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void serveUdp() throws IOException {
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
            udp.receive(packet);
            Message query = new Message(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
            note("udp", query);
            Message answer = truncating ? truncated(query) : answers.apply(query);
            if (answer != null) {
                byte[] wire = answer.toWire();
                udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
            }
        }
    }

    private void serveTcp() throws IOException {
        while (true) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] wire = new byte[in.readUnsignedShort()];
                in.readFully(wire);
                Message query = new Message(wire);
                note("tcp", query);
                byte[] answer = answers.apply(query).toWire();
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                out.writeShort(answer.length);
                out.write(answer);
                out.flush();
            }
        }
    }

    private static Message truncated(Message query) {
        Message answer = reply(query);
        answer.getHeader().setFlag(Flags.TC);
        return answer;
    }

    /** An empty answer to a query. */
    static Message reply(Message query) {
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        return answer;
    }

    private void note(String by, Message query) {
        queries.add(by + " " + query.getQuestion().getName() + " " + Type.string(query.getQuestion().getType()));
    }

    private interface Service {
        void run() throws IOException;
    }
}
