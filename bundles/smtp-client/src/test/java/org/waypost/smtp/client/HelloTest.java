package org.waypost.smtp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.smtp.client.AgentFixture.PIPELINING;
import static org.waypost.smtp.client.AgentFixture.PLAIN;
import static org.waypost.smtp.client.AgentFixture.down;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.delivery.DeliveryResult;
import org.waypost.mail.EnhancedStatus;
import org.waypost.routing.NextHop;
import org.waypost.smtp.client.session.TlsPolicy;
import org.waypost.testkit.connection.MemoryConnection;

class HelloTest {
    private static final String STARTTLS = "250-mx\r\n250 STARTTLS\r\n";
    private static final Mails MAIL = Mails.of("Hi\r\n");
    private static final Mails RELAYED = MAIL.via(new NextHop.SmartHost("[192.0.2.9]", 587, false, "relay"));
    private static final String A = "a@example.org";

    @ParameterizedTest
    @ValueSource(strings = {"554 5.7.1 go away", "421 4.3.2 busy", "450 not now", "hello", "250 ok"})
    void aBadGreetingTakesTheHopDown(String greeting) {
        AgentFixture fixture = new AgentFixture();
        var result = fixture.deliver(MAIL.to(A));
        fixture.peers.accept().feed(greeting + "\r\n");
        assertEquals(4, down(result).status().type());
    }

    @Test
    void aSilentServerTakesTheHopDown() {
        AgentFixture fixture = new AgentFixture();
        var result = fixture.deliver(MAIL.to(A));
        MemoryConnection peer = fixture.peers.accept();
        peer.timeOut();
        assertEquals("conversation with mx.example.org[192.0.2.1] timed out while waiting for its greeting", down(result).reason());
        assertTrue(peer.isClosed());
    }

    @Test
    void aServerWithoutEhloIsGreetedWithHelo() {
        AgentFixture fixture = new AgentFixture();
        fixture.deliver(MAIL.to(A));
        MemoryConnection peer = fixture.greeted("502 what\r\n");
        assertEquals("HELO client.example.com\r\n", peer.take());
        peer.feed("250 hi\r\n");
        assertEquals("MAIL FROM:<sender@example.com>\r\n", peer.take());
    }

    @Test
    void aServerThatRefusesHeloTooIsDown() {
        AgentFixture fixture = new AgentFixture();
        var result = fixture.deliver(MAIL.to(A));
        fixture.greeted("502 what\r\n").feed("550 no\r\n");
        assertEquals("550 no", down(result).reason());
    }

    @Test
    void startTlsIsUsedWhenOfferedAndCapabilitiesAreAskedForAgain() {
        AgentFixture fixture = new AgentFixture();
        fixture.deliver(MAIL.to(A));
        MemoryConnection peer = fixture.greeted(STARTTLS);
        assertEquals("STARTTLS\r\n", peer.take());
        peer.feed("220 go\r\n");
        assertTrue(peer.tls().isPresent());
        assertEquals("EHLO client.example.com\r\n", peer.take());
        peer.feed(PIPELINING);
        assertTrue(peer.take().startsWith("MAIL FROM"));
    }

    @Test
    void aRefusedStartTlsIsNoObstacleUnlessRequired() {
        AgentFixture fixture = new AgentFixture();
        fixture.deliver(MAIL.to(A));
        MemoryConnection peer = fixture.greeted(STARTTLS);
        peer.take();
        peer.feed("454 4.7.0 not now\r\n");
        assertEquals("MAIL FROM:<sender@example.com>\r\n", peer.take());

        AgentFixture strict = new AgentFixture(AgentFixture.settings(TlsPolicy.REQUIRED));
        var result = strict.deliver(MAIL.to(A));
        strict.greeted(STARTTLS).feed("454 4.7.0 not now\r\n");
        assertEquals(EnhancedStatus.of("4.7.0"), down(result).status());
    }

    @Test
    void aServerWithoutTlsIsRefusedWhenItIsRequired() {
        AgentFixture fixture = new AgentFixture(AgentFixture.settings(TlsPolicy.REQUIRED));
        var result = fixture.deliver(MAIL.to(A));
        MemoryConnection peer = fixture.greeted(PLAIN);
        assertEquals(EnhancedStatus.of("4.7.4"), down(result).status());
        assertEquals("QUIT\r\n", peer.take());
    }

    @Test
    void tlsOffNeverStartsIt() {
        AgentFixture fixture = new AgentFixture(AgentFixture.settings(TlsPolicy.OFF));
        assertEquals("MAIL FROM:<sender@example.com>\r\n", fixture.start(MAIL.to(A), STARTTLS).peer().take());
    }

    @Test
    void aFailedHandshakeIsRetriedInTheClearOnce() {
        AgentFixture fixture = new AgentFixture();
        fixture.peers.failHandshakes();
        fixture.deliver(MAIL.to(A));
        fixture.greeted(STARTTLS).feed("220 go\r\n");
        MemoryConnection second = fixture.greeted(STARTTLS);
        assertEquals("MAIL FROM:<sender@example.com>\r\n", second.take());
    }

    @Test
    void aFailedHandshakeTakesTheHopDownWhenTlsIsRequired() {
        AgentFixture fixture = new AgentFixture(AgentFixture.settings(TlsPolicy.REQUIRED));
        fixture.peers.failHandshakes();
        var result = fixture.deliver(MAIL.to(A));
        fixture.greeted(STARTTLS).feed("220 go\r\n");
        assertTrue(down(result).reason().contains("while starting TLS (no common cipher)"), down(result).reason());
    }

    @Test
    void credentialsGoOutByPlainUnderTls() {
        AgentFixture fixture = new AgentFixture();
        CompletableFuture<DeliveryResult> result = fixture.deliver(RELAYED.to(A));
        MemoryConnection peer = secured(fixture, "250-mx\r\n250 AUTH LOGIN PLAIN\r\n");
        assertEquals("AUTH PLAIN AHVzZXIAc2VjcmV0\r\n", peer.take());
        peer.feed("235 2.7.0 welcome\r\n");
        assertTrue(peer.take().startsWith("MAIL FROM"));
        assertTrue(!result.isDone());
    }

    @Test
    void loginIsSpokenWhereThereIsNoPlain() {
        AgentFixture fixture = new AgentFixture();
        fixture.deliver(RELAYED.to(A));
        MemoryConnection peer = secured(fixture, "250-mx\r\n250 AUTH=LOGIN\r\n");
        assertEquals("AUTH LOGIN\r\n", peer.take());
        peer.feed("334 VXNlcm5hbWU6\r\n");
        assertEquals("dXNlcg==\r\n", peer.take());
        peer.feed("334 UGFzc3dvcmQ6\r\n");
        assertEquals("c2VjcmV0\r\n", peer.take());
        peer.feed("235 ok\r\n");
        assertTrue(peer.take().startsWith("MAIL FROM"));
    }

    @Test
    void refusedCredentialsTakeTheHopDownWithAnEvent() {
        AgentFixture fixture = new AgentFixture();
        var result = fixture.deliver(RELAYED.to(A));
        secured(fixture, "250-mx\r\n250 AUTH PLAIN\r\n").feed("535 5.7.8 wrong\r\n");
        assertEquals(EnhancedStatus.of("4.7.8"), down(result).status());
        assertEquals(List.of(ClientEvent.AUTHENTICATION_REFUSED), fixture.events);
    }

    @Test
    void credentialsDoNotGoOutInTheClear() {
        AgentFixture fixture = new AgentFixture();
        var result = fixture.deliver(RELAYED.to(A));
        MemoryConnection peer = fixture.greeted("250-mx\r\n250 AUTH PLAIN\r\n");
        assertEquals("QUIT\r\n", peer.take());
        assertEquals(EnhancedStatus.of("4.7.0"), down(result).status());
    }

    @Test
    void unknownCredentialsAreReported() {
        AgentFixture fixture = new AgentFixture();
        down(fixture.deliver(MAIL.via(new NextHop.SmartHost("[192.0.2.9]", 587, false, "other")).to(A)));
        assertEquals(List.of(ClientEvent.CREDENTIALS_UNKNOWN), fixture.events);
    }

    @Test
    void port465IsSecuredFirst() {
        AgentFixture fixture = new AgentFixture();
        fixture.deliver(MAIL.via(new NextHop.SmartHost("[192.0.2.9]", 465, false, "")).to(A));
        MemoryConnection peer = fixture.greeted(STARTTLS);
        assertTrue(peer.tls().isPresent());
        assertEquals("MAIL FROM:<sender@example.com>\r\n", peer.take());
    }

    private static MemoryConnection secured(AgentFixture fixture, String hello) {
        MemoryConnection peer = fixture.greeted(STARTTLS);
        peer.take();
        peer.feed("220 go\r\n");
        peer.take();
        peer.feed(hello);
        return peer;
    }
}
