package org.waypost.transport.mina.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.transport.mina.TransportFixture.anyPort;
import static org.waypost.transport.mina.TransportFixture.eventually;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.ListenerSpec.Identity;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.connection.Outgoing;
import org.waypost.connection.TlsInfo;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;
import org.waypost.transport.mina.EchoProtocol;
import org.waypost.transport.mina.TestCertificate;
import org.waypost.transport.mina.TestClient;
import org.waypost.transport.mina.TransportFixture;

class MutualTlsTest {
    private static final String NAME = "member.example";

    private final TransportFixture fixture = new TransportFixture(Duration.ofSeconds(60));
    @TempDir
    private Path folder;
    private TlsFiles ordinary;
    private TlsFiles member;
    private TlsFiles colleague;

    @BeforeEach
    void write() throws Exception {
        ordinary = write("ordinary", "RSA");
        member = write("member", "EC");
        colleague = write("colleague", "EC");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private TlsFiles write(String name, String algorithm) throws Exception {
        return TestCertificate.write(Files.createDirectories(folder.resolve(name)), name, algorithm, true);
    }

    private ListenerSpec spec(Optional<TlsFiles> tls) {
        return new ListenerSpec("a", List.of(anyPort()), tls, 100, 60, "busy", Optional.of(new Identity(member, NAME)));
    }

    private static String key(TlsFiles files) throws Exception {
        try (var in = Files.newInputStream(files.certificateChain())) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded()));
        }
    }

    /** Our side as a client. */
    private BlockingQueue<Object> secure(Want.ClientTls tls) throws Exception {
        var destination = new Outgoing.Destination("peer", fixture.address("a"), Optional.empty(), Duration.ofSeconds(5));
        var result = fixture.transport.outgoing().connect(destination).toCompletableFuture().get(5, TimeUnit.SECONDS);
        Connection connection = assertInstanceOf(Outgoing.Result.Connected.class, result).connection();
        Client client = new Client(connection, tls);
        connection.attach(client);
        return client.told;
    }

    private static Object next(BlockingQueue<Object> told) throws InterruptedException {
        return told.poll(5, TimeUnit.SECONDS);
    }

    /** Secures the connection, asks for its own key as the server sees it, and tells what it hears. */
    private static final class Client implements Conversation {
        final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
        final Connection connection;
        final Want.ClientTls tls;

        Client(Connection connection, Want.ClientTls tls) {
            this.connection = connection;
            this.tls = tls;
        }

        @Override
        public void opened() {
            connection.write(ByteBuffer.wrap("STARTTLS\r\n".getBytes(US_ASCII)));
            connection.read(new Want.Line(100), Duration.ofSeconds(5));
        }

        @Override
        public void received(Unit unit) {
            if (unit instanceof Unit.Secured secured) {
                told.add(secured.tls());
                connection.write(ByteBuffer.wrap("KEY\r\n".getBytes(US_ASCII)));
                connection.read(new Want.Line(100), Duration.ofSeconds(5));
            } else if (unit instanceof Unit.Line line) {
                heard(new String(line.bytes(), US_ASCII));
            }
        }

        private void heard(String line) {
            if (line.startsWith("4 ")) {
                told.add(line.substring(2));
                connection.close();
            } else {
                connection.read(line.equals("1 go") ? new Want.Handshake(Optional.of(tls)) : new Want.Line(100),
                        Duration.ofSeconds(5));
            }
        }

        @Override
        public void signalled(String signal) {
            told.add(signal);
        }

        @Override
        public void closed(CloseReason reason) {
            told.add(reason);
        }

        @Override
        public FrozenConversation freeze() {
            throw new IllegalStateException("outgoing conversations are not frozen");
        }
    }

    @Test
    void bothSidesKnowTheOthersKey() throws Exception {
        fixture.bind(spec(Optional.of(ordinary)));
        var told = secure(new Want.ClientTls(NAME, true, Optional.of(colleague), Set.of("00", key(member))));
        TlsInfo info = assertInstanceOf(TlsInfo.class, next(told));
        assertEquals(Optional.of(key(member)), info.peerKey());
        assertTrue(info.peerVerified());
        assertEquals(key(colleague), next(told));
    }

    @Test
    void anotherKeyIsRefusedAndTheReasonNamesIt() throws Exception {
        fixture.bind(spec(Optional.of(ordinary)));
        var told = secure(new Want.ClientTls(NAME, false, Optional.of(colleague), Set.of(key(colleague))));
        CloseReason reason = assertInstanceOf(CloseReason.class, next(told));
        assertEquals(CloseReason.Kind.TLS_FAILED, reason.kind());
        assertTrue(reason.detail().contains("the peer's key " + key(member) + " is none of those expected"), reason.detail());
    }

    @Test
    void anIdentityThatCannotBeReadEndsTheConnection() throws Exception {
        fixture.bind(spec(Optional.of(ordinary)));
        TlsFiles absent = new TlsFiles(folder.resolve("absent"), folder.resolve("absent"));
        var told = secure(new Want.ClientTls(NAME, false, Optional.of(absent), Set.of()));
        assertEquals(CloseReason.Kind.TLS_FAILED, assertInstanceOf(CloseReason.class, next(told)).kind());
    }

    @Test
    void ourIdentityReplacedOnDiskIsTheNextOneShown() throws Exception {
        fixture.bind(spec(Optional.empty()));
        for (String algorithm : List.of("EC", "RSA")) {
            colleague = write("colleague", algorithm);
            var told = secure(new Want.ClientTls("other.example", false, Optional.of(colleague), Set.of(key(member))));
            assertInstanceOf(TlsInfo.class, next(told));
            assertEquals(key(colleague), next(told));
        }
    }

    @Test
    void anOpportunisticClientLearnsTheKeyAndShowsNone() throws Exception {
        fixture.bind(spec(Optional.of(ordinary)));
        for (int i = 0; i < 2; i++) {
            var told = secure(new Want.ClientTls("other.example", false));
            TlsInfo info = assertInstanceOf(TlsInfo.class, next(told));
            assertEquals(Optional.of(key(ordinary)), info.peerKey());
            assertFalse(info.peerVerified());
            assertEquals("none", next(told));
        }
    }

    /** A client of the JDK's: who it is said to be, and what was shown to it. */
    private record Seen(String key, Certificate shown, Certificate[] own, byte[] session) {}

    private Seen see(SSLContext context, String serverName, String protocol) throws Exception {
        try (TestClient client = new TestClient(fixture.address("a"))) {
            client.send("STARTTLS\r\n");
            assertEquals("0 hello", client.line());
            assertEquals("1 go", client.line());
            SSLSession session = client.startTls(context, serverName, protocol);
            assertEquals("2 secret", client.line());
            assertEquals("3 secured " + protocol, client.line());
            client.send("KEY\r\n");
            return new Seen(client.line().substring(2), session.getPeerCertificates()[0], session.getLocalCertificates(),
                    session.getId());
        }
    }

    private static String subject(Seen seen) {
        return ((X509Certificate) seen.shown()).getSubjectX500Principal().getName();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theIdentityIsShownByItsNameAndNoSessionOfItIsResumed(String protocol) throws Exception {
        fixture.bind(spec(Optional.of(ordinary)));
        SSLContext context = PemReader.read(colleague).once(new AnyTrust());
        Seen first = see(context, NAME.toUpperCase(), protocol);
        Seen second = see(context, NAME.toUpperCase(), protocol);
        for (Seen seen : List.of(first, second)) {
            assertEquals("CN=member", subject(seen));
            assertEquals(key(colleague), seen.key());
        }
        assertFalse(Arrays.equals(first.session(), second.session()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void otherClientsSeeWhatTheyAlwaysSaw(String protocol) throws Exception {
        fixture.bind(spec(Optional.of(ordinary)));
        Seen seen = see(PemReader.read(colleague).once(new AnyTrust()), "other.example", protocol);
        assertEquals("CN=ordinary", subject(seen));
        assertEquals("none", seen.key());
        assertNull(seen.own());
    }

    @Test
    void ordinarySessionsAreStillResumed() throws Exception {
        fixture.bind(spec(Optional.of(ordinary)));
        SSLContext context = TestClient.trusting();
        byte[] first = see(context, "other.example", "TLSv1.2").session();
        assertArrayEquals(first, see(context, "other.example", "TLSv1.2").session());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aClientWithoutACertificateIsServedAndHasNoKey(String protocol) throws Exception {
        fixture.bind(spec(Optional.of(ordinary)));
        Seen seen = see(TestClient.trusting(), NAME, protocol);
        assertEquals("CN=member", subject(seen));
        assertEquals("none", seen.key());
    }

    @Test
    void withoutAnotherCertificateTheIdentityIsShownToAll() throws Exception {
        fixture.bind(spec(Optional.empty()));
        Seen seen = see(PemReader.read(colleague).once(new AnyTrust()), "other.example", "TLSv1.3");
        assertEquals("CN=member", subject(seen));
        assertEquals(key(colleague), seen.key());
    }

    @Test
    void aListenersIdentityReplacedOnDiskIsTheNextOneShown() throws Exception {
        fixture.bind(spec(Optional.of(ordinary)));
        SSLContext context = TestClient.trusting();
        Certificate before = see(context, NAME, "TLSv1.3").shown();
        member = write("member", "RSA");
        eventually(() -> {
            try {
                return !see(context, NAME, "TLSv1.3").shown().equals(before);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertEquals("CN=ordinary", subject(see(context, "other.example", "TLSv1.3")));
    }

    @Test
    void theKeyOutlivesTheProtocol() throws Exception {
        EchoProtocol old = fixture.bind(spec(Optional.of(ordinary)));
        try (TestClient client = new TestClient(fixture.address("a"))) {
            client.send("STARTTLS\r\n");
            assertEquals("0 hello", client.line());
            assertEquals("1 go", client.line());
            client.startTls(PemReader.read(colleague).once(new AnyTrust()), NAME, "TLSv1.3");
            assertEquals("2 secret", client.line());
            assertEquals("3 secured TLSv1.3", client.line());
            fixture.transport.listeners().unbind(old);
            fixture.bind(spec(Optional.of(ordinary)));
            client.send("KEY\r\n");
            assertEquals("4 " + key(colleague), client.line());
        }
    }
}
