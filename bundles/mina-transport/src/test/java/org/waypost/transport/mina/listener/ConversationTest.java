package org.waypost.transport.mina.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.transport.mina.TransportFixture.anyPort;
import static org.waypost.transport.mina.TransportFixture.spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.connection.CloseReason;
import org.waypost.connection.ListenerSpec.Binding;
import org.waypost.transport.mina.EchoProtocol;
import org.waypost.transport.mina.TestCertificate;
import org.waypost.transport.mina.TestClient;
import org.waypost.transport.mina.TransportFixture;

/** One connection, seen from the peer. */
class ConversationTest {
    private final TransportFixture fixture = new TransportFixture(Duration.ofSeconds(60));

    @AfterEach
    void stop() {
        fixture.close();
    }

    private TestClient connect() throws Exception {
        return new TestClient(fixture.address("a"));
    }

    @Test
    void answersPipelinedCommandsInOrder() throws Exception {
        EchoProtocol echo = fixture.bind(spec("a", Optional.empty(), anyPort()));
        try (TestClient client = connect()) {
            client.send("one\r\nSLOW\r\nDATA\r\na\r\n..b\r\n.\r\nCHUNK 3\r\nxyztwo\r\nQUIT\r\nnever\r\n");
            assertEquals("0 hello", client.line());
            assertEquals("1 one", client.line());
            assertEquals("2 slow", client.line());
            assertTrue(client.line().startsWith("3 data 7 "));
            assertTrue(client.line().startsWith("4 data 3 "));
            assertEquals("5 two", client.line());
            assertEquals("6 bye", client.line());
            assertNull(client.line());
        }
        assertEquals(CloseReason.Kind.CLOSED_HERE, echo.closings.poll(5, TimeUnit.SECONDS).kind());
    }

    @Test
    void whatAFlushSetsOffIsSentAndGoesOn() throws Exception {
        fixture.bind(spec("a", Optional.empty(), anyPort()));
        try (TestClient client = connect()) {
            client.send("FLUSH\r\none\r\n");
            assertEquals("0 hello", client.line());
            assertEquals("1 flush", client.line());
            assertEquals("2 flushed true", client.line());
            assertEquals("3 one", client.line());
        }
    }

    @Test
    void answersWhatCameBeforeThePeerClosedItsSide() throws Exception {
        EchoProtocol echo = fixture.bind(spec("a", Optional.empty(), anyPort()));
        try (TestClient client = connect()) {
            client.send("SLOW\r\none\r\nhalf a li").endOutput();
            assertEquals("0 hello", client.line());
            assertEquals("1 slow", client.line());
            assertEquals("2 one", client.line());
            assertNull(client.line());
        }
        assertEquals(CloseReason.Kind.CLOSED_BY_PEER, echo.closings.poll(5, TimeUnit.SECONDS).kind());
    }

    @Test
    void tellsOfSilenceAndOfPausesThatAreOver() throws Exception {
        EchoProtocol echo = new EchoProtocol(spec("a", Optional.empty(), anyPort()), fixture.elsewhere, Duration.ofMillis(500));
        fixture.transport.listeners().bind(echo);
        try (TestClient client = connect()) {
            client.send("PAUSE\r\n");
            assertEquals("0 hello", client.line());
            assertEquals("1 Elapsed", client.line());
            assertEquals("2 TimedOut", client.line());
        }
    }

    @Test
    void aConversationThatFailsEndsItsOwnConnectionOnly() throws Exception {
        fixture.bind(spec("a", Optional.empty(), anyPort()));
        try (TestClient bad = connect(); TestClient good = connect()) {
            bad.send("FAIL\r\n");
            assertEquals("0 hello", bad.line());
            assertNull(bad.line());
            good.send("one\r\n");
            assertEquals("0 hello", good.line());
            assertEquals("1 one", good.line());
        }
    }

    @Test
    void largeInputAndOutputPassABusyConversation() throws Exception {
        fixture.bind(spec("a", Optional.empty(), anyPort()));
        try (TestClient client = connect()) {
            Thread sender = new Thread(() -> {
                try {
                    client.send("SLOW\r\n" + ("x".repeat(90) + "\r\n").repeat(40_000) + "QUIT\r\n");
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            sender.start();
            int lines = 0;
            for (String line = client.line(); line != null; line = client.line()) {
                assertTrue(line.startsWith(lines + " "), line);
                lines++;
            }
            assertEquals(40_003, lines);
            sender.join();
        }
    }

    @Test
    void discardsWhatCameInTheClearBeforeTheHandshake(@TempDir Path folder) throws Exception {
        fixture.bind(spec("a", Optional.of(TestCertificate.write(folder, "a", "EC", true)), anyPort()));
        try (TestClient client = connect()) {
            client.send("STARTTLS\r\ninjected\r\n");
            assertEquals("0 hello", client.line());
            assertEquals("1 go", client.line());
            assertNotNull(client.startTls());
            assertEquals("2 secret", client.line());
            assertTrue(client.line().startsWith("3 secured TLSv1."));
            client.send("one\r\nQUIT\r\n");
            assertEquals("4 one", client.line());
            assertEquals("5 bye", client.line());
            assertNull(client.line());
        }
    }

    @Test
    void withoutACertificateNoHandshakeCanBeAskedFor() throws Exception {
        EchoProtocol echo = fixture.bind(spec("a", Optional.empty(), anyPort()));
        try (TestClient client = connect()) {
            client.send("STARTTLS\r\n");
            assertEquals(CloseReason.Kind.TLS_FAILED, echo.closings.poll(5, TimeUnit.SECONDS).kind());
        }
    }

    @Test
    void garbageInsteadOfAHandshakeEndsTheConnection(@TempDir Path folder) throws Exception {
        EchoProtocol echo = fixture.bind(spec("a", Optional.of(TestCertificate.write(folder, "a", "EC", true)), anyPort()));
        try (TestClient client = connect()) {
            client.send("STARTTLS\r\n");
            assertEquals("0 hello", client.line());
            assertEquals("1 go", client.line());
            client.send("EHLO me\r\n");
            assertEquals(CloseReason.Kind.TLS_FAILED, echo.closings.poll(5, TimeUnit.SECONDS).kind());
        }
    }

    @Test
    void implicitTlsComesBeforeTheFirstByte(@TempDir Path folder) throws Exception {
        fixture.bind(spec("a", Optional.of(TestCertificate.write(folder, "a", "RSA", false)), new Binding("127.0.0.1", 0, true)));
        try (TestClient client = connect()) {
            client.startTls();
            assertEquals("0 hello TLSv1.3", client.line());
            client.send("one\r\n" + "y".repeat(101) + "\r\nQUIT\r\n");
            assertEquals("1 one", client.line());
            assertEquals("2 TOOLONG", client.line());
            assertEquals("3 bye", client.line());
            assertNull(client.line());
        }
    }
}
