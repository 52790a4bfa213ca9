package org.waypost.itests.harness;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/**
 * A client that sends what it is told, byte by byte, and is strict about replies: each line ends
 * with CRLF, has the same code, and no more than 512 octets. For one thread.
 */
public final class RawSmtp implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("([2345]\\d\\d)([ -])(.*)");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int MAX_LINE = 512;

    private Socket socket;
    private InputStream in;
    private long asked = System.nanoTime();
    private Duration waited = Duration.ZERO;

    private RawSmtp(Socket socket) throws IOException {
        use(socket);
    }

    /** Connects to 127.0.0.1; the greeting is yet to be read. */
    public static RawSmtp open(int port) throws IOException {
        return open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Connects; the greeting is yet to be read. */
    public static RawSmtp open(InetSocketAddress server) throws IOException {
        Socket socket = new Socket();
        socket.connect(server, (int) TIMEOUT.toMillis());
        return new RawSmtp(socket);
    }

    /** Connects, reads the greeting and says EHLO. */
    public static RawSmtp hello(int port) throws IOException {
        RawSmtp client = open(port);
        client.reply().expect(220);
        client.command("EHLO client.test").expect(250);
        return client;
    }

    /** Sends a line and reads its reply. */
    public SmtpReply command(String line) throws IOException {
        raw(line + "\r\n");
        return reply();
    }

    /** Sends text as UTF-8, exactly. */
    public void raw(String text) throws IOException {
        raw(text.getBytes(StandardCharsets.UTF_8));
    }

    public void raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        asked = System.nanoTime();
    }

    /** @throws EOFException if the server closed the connection */
    public SmtpReply reply() throws IOException {
        List<String> texts = new ArrayList<>();
        int code = 0;
        boolean more = true;
        while (more) {
            Matcher m = LINE.matcher(line());
            if (!m.matches() || code != 0 && code != Integer.parseInt(m.group(1))) {
                throw new IOException("not a reply: " + m + " after " + code + " " + texts);
            }
            code = Integer.parseInt(m.group(1));
            texts.add(m.group(3));
            more = m.group(2).equals("-");
        }
        waited = Duration.ofNanos(System.nanoTime() - asked);
        return new SmtpReply(code, List.copyOf(texts));
    }

    /** How long the last reply took, from the last byte sent. */
    public Duration waited() {
        return waited;
    }

    /** Secures the connection after a 220 to STARTTLS; any certificate is trusted. */
    public RawSmtp startTls() throws IOException {
        SSLSocket secured = (SSLSocket) TrustAll.context().getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        secured.startHandshake();
        use(secured);
        return this;
    }

    public X509Certificate peerCertificate() throws IOException {
        return (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
    }

    /** Whether the server closes the connection without sending anything more. */
    public boolean isClosedByServer() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void use(Socket next) throws IOException {
        socket = next;
        socket.setSoTimeout((int) TIMEOUT.toMillis());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        int last = 0;
        int c = in.read();
        while (c != '\n') {
            if (c < 0) {
                throw new EOFException("closed by the server after \"" + text + "\"");
            }
            text.append((char) c);
            last = c;
            c = in.read();
        }
        if (last != '\r' || text.length() >= MAX_LINE) {
            throw new IOException("line without CRLF or too long: " + text);
        }
        return text.substring(0, text.length() - 1);
    }
}
