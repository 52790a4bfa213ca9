package org.waypost.transport.mina.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.transport.mina.TransportFixture.anyPort;
import static org.waypost.transport.mina.TransportFixture.eventually;
import static org.waypost.transport.mina.TransportFixture.spec;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.ListenerSpec.Binding;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.connection.ListenerStatus;
import org.waypost.transport.mina.EchoProtocol;
import org.waypost.transport.mina.TestCertificate;
import org.waypost.transport.mina.TestClient;
import org.waypost.transport.mina.TransportFixture;

class ListenerTableTest {
    private TransportFixture fixture = new TransportFixture(Duration.ofSeconds(60));

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static ListenerStatus next(EchoProtocol protocol) throws InterruptedException {
        return protocol.statuses.poll(8, TimeUnit.SECONDS);
    }

    @Test
    void refusesByNameABindingAnotherListenerHasAndRetriesWhenItGoes() throws Exception {
        EchoProtocol a = fixture.bind(spec("a", Optional.empty(), anyPort()));
        InetSocketAddress taken = fixture.address("a");
        Binding same = new Binding("127.0.0.1", taken.getPort(), false);
        EchoProtocol b = fixture.bind(spec("b", Optional.empty(), same, anyPort()));
        assertEquals(List.of("binding 127.0.0.1:" + taken.getPort() + " of virtual server b is taken by a"), next(b).problems());
        assertEquals(1, fixture.status("b").listening().size());
        assertEquals(List.of(taken), next(a).listening());
        fixture.transport.listeners().unbind(a);
        assertTrue(fixture.transport.listeners().close("a"));
        assertEquals(List.of(), next(b).problems());
        assertTrue(fixture.status("b").listening().contains(taken));
    }

    @Test
    void aBindingInUseElsewhereIsReportedAndHadLater() throws Exception {
        EchoProtocol a;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            a = fixture.bind(spec("a", Optional.empty(), new Binding("127.0.0.1", other.getLocalPort(), false)));
            ListenerStatus status = next(a);
            assertTrue(status.problems().get(0).startsWith("binding 127.0.0.1:" + other.getLocalPort() + " cannot be opened"));
        }
        assertEquals(1, next(a).listening().size());
    }

    @Test
    void aChangeLeavesTheSocketsThatStay() throws Exception {
        EchoProtocol a = fixture.bind(spec("a", Optional.empty(), anyPort(), new Binding("127.0.0.1", 0, true)));
        List<InetSocketAddress> before = fixture.status("a").listening();
        try (TestClient client = new TestClient(before.get(0))) {
            assertEquals("0 hello", client.line());
            a.spec(spec("a", Optional.empty(), anyPort()));
            fixture.transport.listeners().update(a);
            assertEquals(before.subList(0, 1), fixture.status("a").listening());
            client.send("one\r\n");
            assertEquals("1 one", client.line());
        }
    }

    @Test
    void keepsToItsLimits() throws Exception {
        fixture.bind(new ListenerSpec("a", List.of(anyPort()), Optional.empty(), 5, 1, "421 busy"));
        try (TestClient first = new TestClient(fixture.address("a"))) {
            assertEquals("0 hello", first.line());
            try (TestClient second = new TestClient(fixture.address("a"))) {
                assertEquals("421 busy", second.line());
                assertNull(second.line());
            }
        }
        eventually(() -> fixture.status("a").connections() == 0);
        try (TestClient third = new TestClient(fixture.address("a"))) {
            assertEquals("0 hello", third.line());
        }
    }

    @Test
    void isPausedStoppedAndStarted() throws Exception {
        fixture.bind(spec("a", Optional.empty(), anyPort()));
        InetSocketAddress address = fixture.address("a");
        try (TestClient client = new TestClient(address)) {
            assertEquals("0 hello", client.line());
            assertTrue(fixture.transport.listeners().pause("a"));
            try (TestClient refused = new TestClient(address)) {
                assertEquals("busy", refused.line());
            }
            client.send("one\r\n");
            assertEquals("1 one", client.line());
            assertTrue(fixture.transport.listeners().stop("a"));
            assertEquals("2 shutdown", client.line());
            assertNull(client.line());
        }
        assertThrows(ConnectException.class, () -> new TestClient(address));
        assertTrue(fixture.transport.listeners().start("a"));
        try (TestClient client = new TestClient(fixture.address("a"))) {
            assertEquals("0 hello", client.line());
        }
        assertFalse(fixture.transport.listeners().start("nobody"));
    }

    @Test
    void connectionsWaitForTheirProtocolAndAreGivenUpAfterTheGraceTime() throws Exception {
        fixture.close();
        fixture = new TransportFixture(Duration.ofMillis(1500));
        EchoProtocol a = fixture.bind(spec("a", Optional.empty(), anyPort()));
        InetSocketAddress address = fixture.address("a");
        fixture.transport.listeners().unbind(a);
        try (TestClient early = new TestClient(address)) {
            early.send("one\r\n");
            EchoProtocol next = fixture.bind(spec("a", Optional.empty(), anyPort()));
            assertEquals("0 hello", early.line());
            assertEquals("1 one", early.line());
            fixture.transport.listeners().unbind(next);
            assertNull(early.line());
        }
        assertThrows(ConnectException.class, () -> new TestClient(address));
    }

    @Test
    void stoppingTheTransportAsksConversationsToFinish() throws Exception {
        fixture.bind(spec("a", Optional.empty(), anyPort()));
        try (TestClient client = new TestClient(fixture.address("a"))) {
            assertEquals("0 hello", client.line());
            fixture.transport.stop();
            assertEquals("1 shutdown", client.line());
            assertNull(client.line());
        }
    }

    @Test
    void aCertificateReplacedOnDiskIsTheNextOneShown(@TempDir Path folder) throws Exception {
        TlsFiles files = TestCertificate.write(folder, "one", "RSA", false);
        EchoProtocol a = fixture.bind(spec("a", Optional.of(files), anyPort()));
        assertEquals(List.of(), next(a).problems());
        assertEquals("CN=one", shownCertificate());
        try (TestClient standing = new TestClient(fixture.address("a"))) {
            assertEquals("0 hello", standing.line());
            Files.writeString(files.privateKey(), "no key");
            ListenerStatus broken = next(a);
            assertTrue(broken.problems().get(0).contains("key.pem"), broken.toString());
            assertEquals("CN=one", shownCertificate());
            TestCertificate.write(folder, "two", "EC", false);
            ListenerStatus reloaded = next(a);
            while (reloaded.notices().isEmpty()) {
                // The two files may have been seen between their writes.
                assertNotEquals(List.of(), reloaded.problems());
                reloaded = next(a);
            }
            assertEquals("CN=two", shownCertificate());
            standing.send("one\r\n");
            assertEquals("1 one", standing.line());
        }
    }

    private String shownCertificate() throws Exception {
        try (TestClient client = new TestClient(fixture.address("a"))) {
            client.send("STARTTLS\r\n");
            assertEquals("0 hello", client.line());
            assertEquals("1 go", client.line());
            return client.startTls().getSubjectX500Principal().getName();
        }
    }
}
