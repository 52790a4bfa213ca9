package org.waypost.eventlog.syslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.event.EventType.Severity;
import org.waypost.event.LoggedEvent;

@Timeout(60)
class SyslogTest {
    private static final Duration AGAIN = Duration.ofMillis(10);
    private static final String HEAD = "<19>1 2026-11-29T10:00:00Z mx.example.com waypost ";
    private static final String TAIL = " Queue/7 - \ufeffRetry: ";

    private final BlockingQueue<String> away = new LinkedBlockingQueue<>();

    @Test
    void aDatagramIsAMessageOfRfc5424() throws Exception {
        try (DatagramSocket receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Syslog syslog = syslog(new SyslogTarget.Udp("127.0.0.1", receiver.getLocalPort()))) {
            syslog.logged(event("Gr\u00fc\u00dfe"));
            DatagramPacket packet = new DatagramPacket(new byte[4_096], 4_096);
            receiver.receive(packet);
            assertEquals(HEAD + ProcessHandle.current().pid() + TAIL + "Gr\u00fc\u00dfe",
                    new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void overTcpEachIsBehindItsLengthAndADeadReceiverIsToldOnceAndTriedAgain() throws Exception {
        int port = freePort();
        Syslog syslog = syslog(new SyslogTarget.Tcp("127.0.0.1", port));
        syslog.logged(event("one"));
        syslog.logged(event("two"));
        assertTrue(away.poll(10, TimeUnit.SECONDS).contains("refused"));
        assertNull(away.poll(300, TimeUnit.MILLISECONDS), "told once, tried many times");
        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress()); Socket peer = server.accept()) {
            assertTrue(frame(peer.getInputStream()).endsWith("\ufeffRetry: one"));
            assertTrue(frame(peer.getInputStream()).endsWith("\ufeffRetry: two"));
        }
        assertTrue(away.isEmpty());
        syslog.close();
    }

    @Test
    void aDeadSyslogHoldsUpNobody() throws Exception {
        Syslog syslog = syslog(new SyslogTarget.Tcp("127.0.0.1", freePort()));
        for (int i = 0; i < 50_000; i++) {
            syslog.logged(event("x"));
        }
        assertTrue(away.poll(10, TimeUnit.SECONDS).contains("refused"));
        syslog.close();
    }

    @Test
    void aLocalSocketTakesDatagramsAsSyslog3WritesThem(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("log");
        try (LocalReceiver receiver = new LocalReceiver(path); Syslog syslog = syslog(new SyslogTarget.Local(path))) {
            syslog.logged(event("one"));
            assertEquals("<19>waypost[" + ProcessHandle.current().pid() + "]: Queue/7 Retry: one", receiver.receive());
        }
        try (Syslog syslog = syslog(new SyslogTarget.Local(folder.resolve("none")))) {
            syslog.logged(event("two"));
            assertTrue(away.poll(10, TimeUnit.SECONDS).contains("No such file"));
        }
    }

    @Test
    void aLongTextIsCutAtAWholeCharacter() {
        byte[] message = new SyslogFormat("", 1).message(event("x\u00e4".repeat(5_000)));
        assertTrue(message.length <= 2_048 && message.length > 2_040, () -> message.length + " octets");
        assertTrue(!new String(message, StandardCharsets.UTF_8).contains("\ufffd"));
        assertTrue(new String(message, StandardCharsets.UTF_8).startsWith("<19>1 2026-11-29T10:00:00Z - waypost 1 "));
    }

    @Test
    void targetsAreRead() {
        assertEquals(Optional.of(new SyslogTarget.Udp("loghost", 1514)), SyslogTarget.parse("udp://loghost:1514"));
        assertEquals(Optional.of(new SyslogTarget.Tcp("[::1]", 514)), SyslogTarget.parse("tcp://[::1]"));
        assertEquals(Optional.of(new SyslogTarget.Local(Path.of("/dev/log"))), SyslogTarget.parse("unix:/dev/log"));
        for (String bad : List.of("loghost", "http://a:1", "udp://a:0", "udp://a:70000", "tcp://a:1/b", "unix:log", "udp://", "tcp://a b:1")) {
            assertEquals(Optional.empty(), SyslogTarget.parse(bad), bad);
        }
    }

    private Syslog syslog(SyslogTarget target) {
        return new Syslog(target, "mx.example.com", AGAIN, away::add);
    }

    private static String frame(InputStream in) throws IOException {
        int length = 0;
        for (int c = in.read(); c != ' '; c = in.read()) {
            length = 10 * length + c - '0';
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static LoggedEvent event(String text) {
        return new LoggedEvent(Instant.parse("2026-11-29T10:00:00Z"), "Queue", 7, "", "Retry", Severity.ERROR, 0, text, List.of(), 0);
    }
}
