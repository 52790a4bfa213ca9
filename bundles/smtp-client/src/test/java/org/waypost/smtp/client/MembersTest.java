package org.waypost.smtp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.smtp.client.AgentFixture.ALL;
import static org.waypost.smtp.client.AgentFixture.PLAIN;
import static org.waypost.smtp.client.AgentFixture.down;
import static org.waypost.smtp.client.AgentFixture.summary;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.connection.TlsInfo;
import org.waypost.connection.Want.ClientTls;
import org.waypost.connection.Want.Handshake;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.linkstate.Membership;
import org.waypost.linkstate.Membership.Members;
import org.waypost.mail.EnhancedStatus;
import org.waypost.routing.NextHop;
import org.waypost.smtp.client.session.TlsPolicy;
import org.waypost.testkit.connection.MemoryConnection;
import org.waypost.topology.Schedule;

/** Mail to other servers of the organization. */
class MembersTest {
    private static final String STARTTLS = "250-mx\r\n250 STARTTLS\r\n";
    private static final String ACCEPTED = "250 ok\r\n250 ok\r\n250 2.6.0 queued\r\n";
    private static final String A = "a@example.org";
    private static final Membership.Identity OWN = new Membership.Identity(Path.of("own.pem"), Path.of("own-key.pem"), "0a");
    private static final Map<String, String> NAMES = Map.of("0a", "here", "0b", "berlin", "1b", "Berlin", "0c", "paris");
    private static final Mails MAIL = Mails.of("Hi\r\n").via(new NextHop.Link("to germany", Optional.empty(),
            List.of(host("berlin", "[192.0.2.1]"), host("paris", "[192.0.2.2]")), Schedule.ALWAYS));

    private final AgentFixture fixture = new AgentFixture(AgentFixture.settings(TlsPolicy.OFF));

    MembersTest() {
        fixture.members = new Members(Optional.of(OWN), NAMES);
    }

    @Test
    void bothProveWhoTheyAre() {
        CompletableFuture<DeliveryResult> result = fixture.deliver(MAIL.to(A));
        MemoryConnection peer = secured("1b");
        assertEquals(Optional.of(new Handshake(Optional.of(new ClientTls("member.waypost.internal", true,
                Optional.of(new TlsFiles(Path.of("own.pem"), Path.of("own-key.pem"))), Set.of("0b", "1b"))))), peer.handshake());
        peer.feed(ALL);
        peer.feed(ACCEPTED);
        assertEquals("PASSED_ON 2.6.0", summary(result));
    }

    @Test
    void theOutcomeSaysWhoTookItAndHowItWasSecured() {
        CompletableFuture<DeliveryResult> result = fixture.deliver(MAIL.to(A));
        MemoryConnection peer = secured("1b");
        peer.feed(ALL);
        peer.feed(ACCEPTED);
        Outcome outcome = AgentFixture.outcomes(result).get(0);
        assertEquals("192.0.2.1[192.0.2.1]", outcome.remote());
        assertEquals("192.0.2.1:25", outcome.remoteAddress());
        TlsInfo tls = peer.tls().orElseThrow();
        assertEquals(tls.protocol() + " " + tls.cipherSuite(), outcome.tls());
    }

    @Test
    void aStrangerInTheServersPlaceGetsNothingAndTheNextHostIsTried() {
        CompletableFuture<DeliveryResult> result = fixture.deliver(MAIL.to(A));
        MemoryConnection stranger = secured("0c");
        assertTrue(stranger.isClosed());
        MemoryConnection paris = secured("0c");
        paris.feed(ALL);
        paris.feed(ACCEPTED);
        assertEquals("PASSED_ON 2.6.0", summary(result));
    }

    @Test
    void strangersOnlyMeansThatNoServerAnswered() {
        CompletableFuture<DeliveryResult> result = fixture.deliver(MAIL.to(A));
        secured("99");
        secured("99");
        assertTrue(down(result).unreachable());
    }

    @Test
    void nothingGoesOutInTheClear() {
        CompletableFuture<DeliveryResult> result = fixture.deliver(MAIL.to(A));
        assertEquals("QUIT\r\n", fixture.greeted(PLAIN).take());
        MemoryConnection refusing = fixture.greeted(STARTTLS);
        refusing.take();
        refusing.feed("454 4.7.0 not now\r\n");
        assertEquals("QUIT\r\n", refusing.take());
        assertEquals(EnhancedStatus.of("4.7.0"), down(result).status());
        assertEquals(2, fixture.peers.made());
    }

    @Test
    void beforeBothHaveJoinedItIsAHostLikeAnyOther() {
        for (Members members : List.of(Members.NONE, new Members(Optional.empty(), NAMES), new Members(Optional.of(OWN), Map.of("0a", "here")))) {
            fixture.members = members;
            CompletableFuture<DeliveryResult> result = fixture.deliver(MAIL.to(A));
            MemoryConnection peer = fixture.greeted(STARTTLS);
            assertEquals("MAIL FROM:<sender@example.com>\r\n", peer.take());
            peer.drop();
            fixture.greeted(STARTTLS).drop();
            down(result);
        }
    }

    @Test
    void aServerThatTakesUsForAStrangerIsWaitedFor() {
        CompletableFuture<DeliveryResult> result = fixture.deliver(MAIL.to(A, "b@example.org"));
        MemoryConnection peer = secured("0b");
        peer.feed(PLAIN);
        peer.feed("250 ok\r\n550 5.7.1 Relaying denied\r\n550 5.1.1 No such user here\r\n");
        assertEquals("DEFERRED 4.7.1, FAILED 5.1.1", summary(result));

        CompletableFuture<DeliveryResult> locked = fixture.deliver(MAIL.to(A));
        MemoryConnection other = secured("0b");
        other.feed(PLAIN);
        other.feed("530 5.7.0 Authentication required\r\n");
        assertEquals("DEFERRED 4.7.0", summary(locked));

        CompletableFuture<DeliveryResult> outside = fixture.deliver(Mails.of("Hi\r\n").to(A));
        fixture.greeted(PLAIN).feed("250 ok\r\n550 5.7.1 Relaying denied\r\n");
        assertEquals("FAILED 5.7.1", summary(outside));
    }

    @Test
    void idleConnectionsAreKeptApartByWhatWasProved() {
        fixture.deliver(MAIL.to(A));
        fixture.members = new Members(Optional.of(new Membership.Identity(OWN.certificate(), OWN.privateKey(), "2a")), NAMES);
        fixture.deliver(MAIL.to(A));
        fixture.members = new Members(Optional.of(OWN), Map.of("0b", "berlin", "0c", "paris"));
        fixture.deliver(MAIL.to(A));
        fixture.members = Members.NONE;
        fixture.deliver(MAIL.to(A));
        fixture.deliver(MAIL.to(A));
        List<String> keys = fixture.peers.keys();
        assertEquals(4, Set.copyOf(keys).size(), keys::toString);
        assertEquals(keys.get(3), keys.get(4));
        assertNotEquals(new MemberTls(Members.NONE).poolKey(host("berlin", "a.example", "paris", "b.example")),
                new MemberTls(Members.NONE).poolKey(host("berlin", "a.example", "paris", "c.example")));
    }

    /** The next peer, after a handshake in which it showed this key. */
    private MemoryConnection secured(String key) {
        MemoryConnection peer = fixture.greeted(STARTTLS).showing(key);
        assertEquals("STARTTLS\r\n", peer.take());
        peer.feed("220 go\r\n");
        peer.take();
        return peer;
    }

    private static NextHop host(String server, String host, String other, String otherHost) {
        return new NextHop.Link("x", Optional.empty(), List.of(host(server, host), host(other, otherHost)), Schedule.ALWAYS);
    }

    private static NextHop.Host host(String server, String host) {
        return new NextHop.Host(Optional.of(server), host, 25, false, "");
    }
}
