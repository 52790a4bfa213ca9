package org.waypost.smtp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.smtp.client.AgentFixture.ALL;
import static org.waypost.smtp.client.AgentFixture.PIPELINING;
import static org.waypost.smtp.client.AgentFixture.down;
import static org.waypost.smtp.client.AgentFixture.now;
import static org.waypost.smtp.client.AgentFixture.summary;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.waypost.connection.FrozenConversation;
import org.waypost.delivery.DeliveryResult;
import org.waypost.routing.NextHop;
import org.waypost.smtp.client.AgentFixture.Started;
import org.waypost.smtp.client.session.ParkedState;
import org.waypost.testkit.connection.MemoryConnection;

class SmtpAgentTest {
    private static final Mails MAIL = Mails.of("Hi\r\n");
    private static final String A = "a@example.org";
    private static final String ACCEPTED = "250 ok\r\n250 ok\r\n250 2.6.0 queued\r\n";
    private final AgentFixture fixture = new AgentFixture();

    @Test
    void theNextMessageGoesOnTheSameConnection() {
        Started first = fixture.start(MAIL.to(A), ALL);
        first.peer().feed(ACCEPTED);
        assertEquals("PASSED_ON 2.6.0", summary(first.result()));
        first.peer().take();
        CompletableFuture<DeliveryResult> second = fixture.deliver(MAIL.to(A));
        assertTrue(first.peer().take().startsWith("MAIL FROM"));
        first.peer().feed(ACCEPTED);
        assertEquals("PASSED_ON 2.6.0", summary(second));
        assertEquals(1, fixture.peers.made());
    }

    @Test
    void connectionsRepliesAndDeliveriesAreCounted() {
        Started first = fixture.start(MAIL.to(A), ALL);
        first.peer().feed(ACCEPTED);
        fixture.deliver(MAIL.to(A));
        first.peer().feed("250 ok\r\n550 5.1.1 unknown\r\n503 no recipient\r\n");
        assertEquals(Map.of("SMTP_CLIENT_CONNECTIONS opened", 1, "SMTP_CLIENT_CONNECTIONS reused", 1,
                "SMTP_CLIENT_GREETED_CONNECTIONS none", 1, "SMTP_CLIENT_REPLIES 2xx", 6, "SMTP_CLIENT_REPLIES 5xx", 2,
                "SMTP_CLIENT_DELIVERY_TIME", 2), fixture.counts);
    }

    @Test
    void aConnectionIsClosedAfterItsShareOfMessages() {
        Started s = fixture.start(MAIL.to(A), ALL);
        s.peer().feed(ACCEPTED);
        fixture.deliver(MAIL.to(A));
        s.peer().feed(ACCEPTED);
        fixture.deliver(MAIL.to(A));
        s.peer().take();
        s.peer().feed(ACCEPTED);
        assertEquals("QUIT\r\n", s.peer().take());
        assertTrue(s.peer().isClosed());
    }

    @Test
    void aDeliveryStartedByAResultFindsTheConnection() {
        Started s = fixture.start(MAIL.to(A), ALL);
        s.result().thenRun(() -> fixture.deliver(MAIL.to(A)));
        s.peer().take();
        s.peer().feed(ACCEPTED);
        assertTrue(s.peer().take().startsWith("MAIL FROM"));
        assertEquals(1, fixture.peers.made());
    }

    @Test
    void anIdleConnectionThatTurnsOutDeadIsReplacedSilently() {
        fixture.start(MAIL.to(A), ALL).peer().feed(ACCEPTED);
        CompletableFuture<DeliveryResult> second = fixture.deliver(MAIL.to(A));
        fixture.peers.latest().drop();
        fixture.greeted(ALL).feed(ACCEPTED);
        assertEquals("PASSED_ON 2.6.0", summary(second));
    }

    @Test
    void aParkedStateOfAnotherSchemaIsNotUsed() {
        assertTrue(ParkedState.thaw(new FrozenConversation("smtp-client", 2, Map.of())).isEmpty());
        fixture.start(MAIL.to(A), ALL).peer().feed(ACCEPTED);
        FrozenConversation parked = fixture.peers.latest().parked().orElseThrow().state();
        assertEquals("mx.example.org[192.0.2.1]", ParkedState.thaw(parked).orElseThrow().remote());
        assertEquals(parked, ParkedState.thaw(parked).orElseThrow().freeze());
    }

    @Test
    void theNextAddressIsTriedAndAllFailuresAreTold() {
        fixture.records.address("mx.example.org", "192.0.2.2").mx("example.org", 20, "backup.example.org")
                .address("backup.example.org", "192.0.2.3");
        fixture.peers.refuse("Connection refused");
        CompletableFuture<DeliveryResult> result = fixture.deliver(MAIL.to(A));
        fixture.peers.accept().feed("554 no\r\n");
        fixture.greeted(PIPELINING).feed("421 4.3.2 bye\r\n");
        assertEquals("connect to mx.example.org[192.0.2.1]: Connection refused; 554 no; 421 4.3.2 bye", down(result).reason());
        assertEquals(3, fixture.peers.destinations().size());
    }

    @Test
    void aHopIsUnreachableIfNoHostAnswers() {
        fixture.records.address("mx.example.org", "192.0.2.2");
        fixture.peers.refuse("Connection refused");
        CompletableFuture<DeliveryResult> hanging = fixture.deliver(MAIL.to(A));
        fixture.peers.accept().timeOut();
        assertTrue(down(hanging).unreachable());

        CompletableFuture<DeliveryResult> refusing = fixture.deliver(MAIL.to(A));
        fixture.peers.accept().feed("421 4.3.2 busy\r\n");
        fixture.peers.accept().drop();
        assertFalse(down(refusing).unreachable());

        CompletableFuture<DeliveryResult> unknown = fixture.deliver(MAIL.via(new NextHop.SmartHost("[192.0.2.9]", 587, false, "none")).to(A));
        assertFalse(down(unknown).unreachable());
    }

    @Test
    void aDomainWithoutMailFailsEachRecipient() {
        CompletableFuture<DeliveryResult> result =
                fixture.deliver(MAIL.via(new NextHop.Domain("nowhere.example")).to(A, "b@example.org"));
        assertEquals("FAILED 5.1.2, FAILED 5.1.2", summary(result));
    }

    @Test
    void aDnsFailureTakesTheHopDown() {
        fixture.records.broken("example.org");
        assertEquals("4.4.3", down(fixture.deliver(MAIL.to(A))).status().toString());
    }

    @Test
    void closingGivesBackWhatIsNotSent() {
        CompletableFuture<DeliveryResult> greeting = fixture.deliver(MAIL.to(A));
        MemoryConnection waiting = fixture.peers.accept();
        Started data = fixture.start(MAIL.to(A), PIPELINING);
        data.peer().feed("250 ok\r\n250 ok\r\n");
        fixture.agent.close(Duration.ofSeconds(5));
        assertInstanceOf(DeliveryResult.Returned.class, now(greeting));
        assertInstanceOf(DeliveryResult.Returned.class, now(data.result()));
        assertTrue(waiting.isClosed() && data.peer().isClosed());
        assertInstanceOf(DeliveryResult.Returned.class, now(fixture.deliver(MAIL.to(A))));
    }

    @Test
    void closingWaitsForTheAnswerToTheEndOfAMessage() throws Exception {
        Started s = fixture.start(MAIL.to(A), PIPELINING);
        s.peer().feed("250 ok\r\n250 ok\r\n354 go\r\n");
        Thread closing = new Thread(() -> fixture.agent.close(Duration.ofSeconds(20)));
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertFalse(s.result().isDone());
        s.peer().feed("250 ok\r\n");
        closing.join(10_000);
        assertFalse(closing.isAlive());
        assertEquals("RELAYED 2.0.0", summary(s.result()));
        assertTrue(s.peer().parked().isPresent(), "the next version goes on with it");
    }

    @Test
    void closingGivesBackWhatIsNotAnsweredInTime() {
        Started s = fixture.start(MAIL.to(A), ALL);
        fixture.agent.close(Duration.ofMillis(20));
        assertInstanceOf(DeliveryResult.Returned.class, now(s.result()));
        assertTrue(s.peer().isClosed());
    }

    @Test
    void aStoppingTransportDefersWhatIsNotSent() {
        Started s = fixture.start(MAIL.to(A), PIPELINING);
        s.peer().feed("250 ok\r\n");
        s.peer().signal("shutdown");
        assertEquals("DEFERRED 4.3.2", summary(s.result()));
    }
}
