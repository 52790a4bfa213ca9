package org.waypost.transport.mina.outgoing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.transport.mina.TransportFixture.anyPort;
import static org.waypost.transport.mina.TransportFixture.eventually;
import static org.waypost.transport.mina.TransportFixture.spec;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.Outgoing;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;
import org.waypost.transport.mina.EchoProtocol;
import org.waypost.transport.mina.TestCertificate;
import org.waypost.transport.mina.TransportFixture;

class OutgoingConnectionsTest {
    private final TransportFixture fixture = new TransportFixture(Duration.ofSeconds(60));
    private final Outgoing outgoing = fixture.transport.outgoing();

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static Outgoing.Destination to(InetSocketAddress address) {
        return new Outgoing.Destination("peer", address, Optional.empty(), Duration.ofSeconds(5));
    }

    private Connection connect(InetSocketAddress address) throws Exception {
        Outgoing.Result result = outgoing.connect(to(address)).toCompletableFuture().get(5, TimeUnit.SECONDS);
        return assertInstanceOf(Outgoing.Result.Connected.class, result).connection();
    }

    /** Tells what happens, and does what it is told in the mailbox. */
    private static final class Recorder implements Conversation {
        final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        final Connection connection;

        Recorder(Connection connection) {
            this.connection = connection;
            connection.attach(this);
        }

        String next() throws InterruptedException {
            return told.poll(5, TimeUnit.SECONDS);
        }

        void ask(String command, Want want) {
            connection.execute(() -> {
                connection.write(ByteBuffer.wrap(command.getBytes(US_ASCII)));
                connection.read(want, Duration.ofSeconds(5));
            });
        }

        @Override
        public void opened() {
            told.add("opened");
            connection.read(new Want.Line(100), Duration.ofSeconds(5));
        }

        @Override
        public void received(Unit unit) {
            told.add(unit instanceof Unit.Line line ? new String(line.bytes(), US_ASCII)
                    : unit instanceof Unit.Secured secured ? "secured " + secured.tls().peerVerified() : unit.toString());
        }

        @Override
        public void signalled(String signal) {
            told.add(signal);
        }

        @Override
        public void closed(CloseReason reason) {
            told.add("closed " + reason.kind());
        }

        @Override
        public FrozenConversation freeze() {
            throw new IllegalStateException("outgoing conversations are not frozen");
        }
    }

    @Test
    void parkedConnectionsAreUsedAgain() throws Exception {
        fixture.bind(spec("a", Optional.empty(), anyPort()));
        Recorder first = new Recorder(connect(fixture.address("a")));
        assertEquals("opened", first.next());
        assertEquals("0 hello", first.next());
        FrozenConversation state = new FrozenConversation("test", 1, Map.of("name", "first"));
        first.connection.execute(() -> first.connection.park("key", state, Duration.ofSeconds(5)));
        eventually(() -> outgoing.parked("key") == 1);
        Outgoing.Parked parked = outgoing.take("key").orElseThrow();
        assertEquals(state, parked.state());
        assertEquals(0, outgoing.parked("key"));
        Recorder second = new Recorder(parked.connection());
        second.ask("one\r\n", new Want.Line(100));
        assertEquals("1 one", second.next());
        first.connection.abort();
        second.ask("QUIT\r\n", new Want.Line(100));
        assertEquals("2 bye", second.next());
        second.ask("", new Want.Line(100));
        assertEquals("closed CLOSED_BY_PEER", second.next());
    }

    @Test
    void aParkedConnectionThePeerClosesIsGone() throws Exception {
        try (ServerSocket peer = new ServerSocket(0)) {
            Recorder recorder = new Recorder(connect(new InetSocketAddress("127.0.0.1", peer.getLocalPort())));
            try (var accepted = peer.accept()) {
                accepted.getOutputStream().write("hi\r\n".getBytes(US_ASCII));
                assertEquals("opened", recorder.next());
                assertEquals("hi", recorder.next());
                recorder.connection.execute(() -> recorder.connection.park("key",
                        new FrozenConversation("test", 1, Map.of()), Duration.ofMinutes(1)));
                eventually(() -> outgoing.parked("key") == 1);
            }
            eventually(() -> outgoing.parked("key") == 0);
        }
    }

    @Test
    void theTimeOfParkedConnectionsEndsAndTheirNumberIsBounded() throws Exception {
        fixture.bind(spec("a", Optional.empty(), anyPort()));
        for (int i = 0; i < 3; i++) {
            Recorder recorder = new Recorder(connect(fixture.address("a")));
            assertEquals("opened", recorder.next());
            assertEquals("0 hello", recorder.next());
            recorder.connection.execute(() -> recorder.connection.park("key",
                    new FrozenConversation("test", 1, Map.of()), Duration.ofSeconds(1)));
        }
        eventually(() -> fixture.status("a").connections() == 2);
        eventually(() -> fixture.status("a").connections() == 0);
        assertEquals(0, outgoing.parked("key"));
    }

    @Test
    void oneThatNobodyTakesIsClosed() throws Exception {
        fixture.transport.listeners().bind(
                new EchoProtocol(spec("a", Optional.empty(), anyPort()), fixture.elsewhere, Duration.ofHours(1)));
        Recorder kept = new Recorder(connect(fixture.address("a")));
        assertEquals("opened", kept.next());
        assertEquals("0 hello", kept.next());
        kept.connection.execute(() -> kept.connection.park("key",
                new FrozenConversation("test", 1, Map.of()), Duration.ofHours(1)));
        eventually(() -> outgoing.parked("key") == 1);
        connect(fixture.address("a"));
        eventually(() -> fixture.status("a").connections() == 2);
        fixture.ahead.addAndGet(Duration.ofSeconds(29).toNanos());
        Outgoing.Parked taken = outgoing.take("key").orElseThrow();
        fixture.ahead.addAndGet(Duration.ofSeconds(1).toNanos());
        eventually(() -> fixture.status("a").connections() == 1);
        fixture.ahead.addAndGet(Duration.ofSeconds(28).toNanos());
        Recorder again = new Recorder(taken.connection());
        again.ask("one\r\n", new Want.Line(100));
        assertEquals("1 one", again.next());
        again.connection.execute(() -> again.connection.park("key",
                new FrozenConversation("test", 1, Map.of()), Duration.ofHours(1)));
        eventually(() -> outgoing.parked("key") == 1);
        outgoing.take("key").orElseThrow();
        fixture.ahead.addAndGet(Duration.ofSeconds(30).toNanos());
        eventually(() -> fixture.status("a").connections() == 0);
    }

    @Test
    void secureOpportunisticallyOrNotAtAll(@TempDir Path folder) throws Exception {
        fixture.bind(spec("a", Optional.of(TestCertificate.write(folder, "a", "EC", true)), anyPort()));
        for (boolean verify : new boolean[] {false, true}) {
            Recorder recorder = new Recorder(connect(fixture.address("a")));
            assertEquals("opened", recorder.next());
            assertEquals("0 hello", recorder.next());
            recorder.ask("STARTTLS\r\n", new Want.Line(100));
            assertEquals("1 go", recorder.next());
            recorder.ask("", new Want.Handshake(Optional.of(new Want.ClientTls("localhost", verify))));
            assertEquals(verify ? "closed TLS_FAILED" : "secured false", recorder.next());
            if (!verify) {
                recorder.ask("", new Want.Line(100));
                assertEquals("2 secret", recorder.next());
            }
        }
    }

    @Test
    void aRefusedAttemptIsAResult() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Outgoing.Result result = outgoing.connect(to(new InetSocketAddress("127.0.0.1", port)))
                .toCompletableFuture().get(5, TimeUnit.SECONDS);
        String reason = assertInstanceOf(Outgoing.Result.Failed.class, result).reason();
        assertTrue(reason.contains("peer at 127.0.0.1:" + port), reason);
    }
}
