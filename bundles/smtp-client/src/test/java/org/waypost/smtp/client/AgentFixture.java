package org.waypost.smtp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.waypost.connection.Outgoing;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.dns.Dns;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.linkstate.Membership.Members;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.metrics.Meter;
import org.waypost.metrics.Metric;
import org.waypost.service.Gate;
import org.waypost.smtp.client.session.Credentials;
import org.waypost.smtp.client.session.TlsPolicy;
import org.waypost.smtp.client.planning.Limits;
import org.waypost.smtp.client.planning.TargetFinder;
import org.waypost.testkit.connection.MemoryConnection;
import org.waypost.testkit.dns.DnsRecords;
import org.waypost.testkit.dns.MemoryDns;

/** An agent between a network and a DNS that the test plays. */
final class AgentFixture implements EventLog {
    static final String ALL = "250-mx.example.org\r\n250-PIPELINING\r\n250-CHUNKING\r\n250-8BITMIME\r\n250-BINARYMIME\r\n"
            + "250-SMTPUTF8\r\n250-DSN\r\n250 SIZE 1000000\r\n";
    static final String PIPELINING = "250-mx.example.org\r\n250 PIPELINING\r\n";
    static final String PLAIN = "250 mx.example.org\r\n";

    final Peers peers = new Peers();
    final DnsRecords records = new DnsRecords().mx("example.org", 10, "mx.example.org").address("mx.example.org", "192.0.2.1");
    final List<EventType> events = new ArrayList<>();
    /** How often each was counted or timed, such as {@code SMTP_CLIENT_REPLIES 2xx}. */
    final Map<String, Integer> counts = new TreeMap<>();
    final SmtpAgent agent;
    Members members = Members.NONE;
    List<String> dnsServers = List.of();
    private final Gate<Outgoing> outgoing = new Gate<>("Outgoing", Duration.ofMillis(50), 10, Runnable::run);
    private final Gate<Dns> dns = new Gate<>("Dns", Duration.ofMillis(50), 10, Runnable::run);

    AgentFixture() {
        this(settings(TlsPolicy.OPPORTUNISTIC));
    }

    AgentFixture(ClientSettings settings) {
        outgoing.bind(peers);
        dns.bind(new MemoryDns(records));
        agent = new SmtpAgent(settings, outgoing, new TargetFinder(dns, new Random(1)), () -> members, name -> dnsServers, this,
                new Counts());
    }

    static ClientSettings settings(TlsPolicy tls) {
        return settings(tls, 3, true);
    }

    static ClientSettings settings(TlsPolicy tls, int messagesPerConnection, boolean chunking) {
        return new ClientSettings("client.example.com", 25, List.of(), new Limits(Set.of("client.example.com"), Set.of(), 5, 10),
                tls, false, chunking, false, Duration.ofSeconds(30), messagesPerConnection, Duration.ofSeconds(10),
                Map.of("relay", new Credentials("user", "secret")));
    }

    /** Delivers and plays the peer's part up to its answer to EHLO. */
    Started start(Delivery delivery, String hello) {
        CompletableFuture<DeliveryResult> result = deliver(delivery);
        MemoryConnection peer = greeted(hello);
        return new Started(peer, result);
    }

    MemoryConnection greeted(String hello) {
        MemoryConnection peer = peers.accept();
        peer.feed("220 mx.example.org ESMTP\r\n");
        assertEquals("EHLO client.example.com\r\n", peer.take());
        peer.feed(hello);
        return peer;
    }

    CompletableFuture<DeliveryResult> deliver(Delivery delivery) {
        return agent.deliver(delivery).toCompletableFuture();
    }

    @Override
    public void report(EventType type, Object... parameters) {
        events.add(type);
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new AssertionError("the queue reports outcomes");
    }

    static DeliveryResult now(CompletableFuture<DeliveryResult> result) {
        assertTrue(result.isDone(), "the delivery is not finished");
        return result.join();
    }

    static List<Outcome> outcomes(CompletableFuture<DeliveryResult> result) {
        return assertInstanceOf(DeliveryResult.Done.class, now(result)).outcomes();
    }

    /** Such as {@code "DEFERRED 4.2.1, FAILED 5.1.1"}. */
    static String summary(CompletableFuture<DeliveryResult> result) {
        return String.join(", ", outcomes(result).stream().map(outcome -> outcome.kind() + " " + outcome.status()).toList());
    }

    static DeliveryResult.HopDown down(CompletableFuture<DeliveryResult> result) {
        return assertInstanceOf(DeliveryResult.HopDown.class, now(result));
    }

    private final class Counts implements Meter {
        @Override
        public void count(Metric metric, String... labels) {
            counts.merge(metric + " " + String.join(" ", labels), 1, Integer::sum);
        }

        @Override
        public void observe(Metric metric, long nanos, String... labels) {
            assertTrue(nanos >= 0);
            counts.merge(metric.name(), 1, Integer::sum);
        }
    }

    record Started(MemoryConnection peer, CompletableFuture<DeliveryResult> result) {
    }
}
