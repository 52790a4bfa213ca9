package org.waypost.transport.mina.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.transport.mina.TransportFixture.anyPort;
import static org.waypost.transport.mina.TransportFixture.spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.connection.CloseReason;
import org.waypost.connection.ListenerSpec;
import org.waypost.transport.mina.EchoProtocol;
import org.waypost.transport.mina.TestCertificate;
import org.waypost.transport.mina.TestClient;
import org.waypost.transport.mina.TransportFixture;

/** The protocol is replaced while its peers talk, and none of them notices. */
class ReplacementTest {
    private static final int CLIENTS = 50;
    private static final int ROUNDS = 60;

    private final TransportFixture fixture = new TransportFixture(Duration.ofSeconds(60));

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void underLoadNoUnitIsLostOrReordered(@TempDir Path folder) throws Exception {
        ListenerSpec spec = spec("a", Optional.of(TestCertificate.write(folder, "a", "EC", true)), anyPort());
        EchoProtocol bound = fixture.bind(spec);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            running.add(clients.submit(() -> talk(number)));
        }
        int replacements = 0;
        while (running.stream().anyMatch(client -> !client.isDone())) {
            EchoProtocol next = fixture.echo(spec);
            if (replacements++ % 2 == 0) {
                fixture.transport.listeners().unbind(bound);
                fixture.transport.listeners().bind(next);
            } else {
                fixture.transport.listeners().bind(next);
                fixture.transport.listeners().unbind(bound);
            }
            bound = next;
        }
        clients.shutdown();
        for (Future<?> client : running) {
            client.get();
        }
        assertTrue(replacements > 10, "only " + replacements + " replacements");
    }

    private Void talk(int number) throws Exception {
        Random random = new Random(number);
        try (TestClient client = new TestClient(fixture.address("a"))) {
            int count = 0;
            assertEquals(count++ + " hello", client.line());
            if (number % 3 == 0) {
                client.send("STARTTLS\r\n");
                assertEquals(count++ + " go", client.line());
                client.startTls();
                assertEquals(count++ + " secret", client.line());
                assertTrue(client.line().startsWith(count++ + " secured"));
            }
            for (int round = 0; round < ROUNDS; round++) {
                String data = "x".repeat(random.nextInt(5000)) + "\r\n";
                String all = "one\r\nSLOW\r\nDATA\r\n" + data + ".\r\nCHUNK 2500\r\n" + "z".repeat(2500) + "two\r\n";
                int cut = random.nextInt(all.length());
                client.send(all.substring(0, cut));
                client.send(all.substring(cut));
                assertEquals(count++ + " one", client.line());
                assertEquals(count++ + " slow", client.line());
                assertEquals(count++ + " data " + data.length() + " " + hash(data), client.line());
                assertEquals(count++ + " data 2500 " + hash("z".repeat(2500)), client.line());
                assertEquals(count++ + " two", client.line());
            }
            client.send("QUIT\r\n");
            assertEquals(count + " bye", client.line());
            assertNull(client.line());
        }
        return null;
    }

    private static long hash(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 31 + (byte) text.charAt(i);
        }
        return hash;
    }

    @Test
    void insideTheEndOfDataNothingIsMistaken() throws Exception {
        ListenerSpec spec = spec("a", Optional.empty(), anyPort());
        EchoProtocol bound = fixture.bind(spec);
        try (TestClient client = new TestClient(fixture.address("a"))) {
            assertEquals("0 hello", client.line());
            String all = "DATA\r\nab\r\n.\r\nnext\r\n";
            for (int i = 0; i < all.length(); i++) {
                client.send(all.substring(i, i + 1));
                fixture.transport.listeners().unbind(bound);
                bound = fixture.bind(spec);
            }
            assertEquals("1 data 4 " + hash("ab\r\n"), client.line());
            assertEquals("2 next", client.line());
        }
    }

    @Test
    void aConversationThatIsBusyIsWaitedForAndFrozenWhenItAsks() throws Exception {
        ListenerSpec spec = spec("a", Optional.empty(), anyPort());
        EchoProtocol old = fixture.bind(spec);
        try (TestClient client = new TestClient(fixture.address("a"))) {
            client.send("HANG\r\nnext\r\n");
            assertEquals("0 hello", client.line());
            TransportFixture.eventually(() -> !old.hanging.isEmpty());
            fixture.elsewhere.execute(() -> fixture.transport.listeners().unbind(old));
            TransportFixture.eventually(() -> fixture.status("a").connections() == 1);
            old.hanging.get(0).run();
            assertEquals("1 late", client.line());
            fixture.bind(spec);
            assertEquals("2 next", client.line());
        }
    }

    @Test
    void oneThatNeverComesToRestIsClosed() throws Exception {
        EchoProtocol old = fixture.bind(spec("a", Optional.empty(), anyPort()));
        try (TestClient client = new TestClient(fixture.address("a"))) {
            client.send("HANG\r\n");
            assertEquals("0 hello", client.line());
            TransportFixture.eventually(() -> !old.hanging.isEmpty());
            long start = System.nanoTime();
            fixture.transport.listeners().unbind(old);
            assertTrue(System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(4900), "longer than SCR waits");
            assertNull(client.line());
            CloseReason reason = old.closings.poll(1, TimeUnit.SECONDS);
            assertEquals(CloseReason.Kind.CLOSED_HERE, reason.kind());
        }
    }
}
