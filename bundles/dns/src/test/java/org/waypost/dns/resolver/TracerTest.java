package org.waypost.dns.resolver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waypost.dns.DnsTrace.Origin;
import org.waypost.dns.DnsTrace.Query;
import org.waypost.dns.DnsTrace.Trace;
import org.waypost.testkit.dns.DnsRecords;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

class TracerTest {
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void eachQueryAndTheChosenHostAreShown() throws Exception {
        Responder server = responder(authoritative(new Zone(new DnsRecords().mx("a.example", 20, "second.example")
                .mx("a.example", 10, "first.example").address("second.example", "192.0.2.2").address("first.example", "192.0.2.1"))));
        Trace trace = trace(asking(server), "a.example");
        assertEquals(List.of("a.example MX", "first.example A", "first.example AAAA", "second.example A", "second.example AAAA"),
                Stream.concat(trace.queries().stream().limit(1), sorted(trace.queries())).map(q -> q.name() + " " + q.type()).toList());
        Query first = trace.queries().get(0);
        assertEquals("127.0.0.1 port " + server.address().getPort(), first.server());
        assertEquals(Origin.AUTHORITATIVE, first.origin());
        assertEquals(Optional.of(Duration.ofSeconds(300)), first.ttl());
        assertEquals(List.of("20 second.example.", "10 first.example."), first.records());
        assertEquals(List.of("first.example", "second.example"), trace.exchangers().stream().map(e -> e.host()).toList());
        assertEquals(Optional.of("first.example"), trace.chosen());
        assertTrue(trace.verdict().contains("first.example at 192.0.2.1"), trace.verdict());
    }

    @Test
    void whatIsKnownAlreadyComesFromTheCacheAndWhatIsNotAuthoritativeIsRelayed() throws Exception {
        Responder server = responder(new Zone(new DnsRecords().mx("a.example", 1, "b.example").address("b.example", "192.0.2.1")));
        CachingDns dns = asking(server);
        assertTrue(trace(dns, "a.example").queries().stream().allMatch(q -> q.origin() == Origin.RELAYED));
        Trace again = trace(dns, "a.example");
        assertTrue(again.queries().stream().allMatch(q -> q.origin() == Origin.CACHE && q.server().isEmpty()), again.toString());
        assertEquals(List.of("1 b.example."), again.queries().get(0).records());
    }

    @Test
    void eachServerThatFailedIsShownWithTheReason() throws Exception {
        Responder silent = responder(query -> null);
        Responder refusing = responder(query -> {
            Message answer = Responder.reply(query);
            answer.getHeader().setRcode(Rcode.REFUSED);
            return answer;
        });
        Trace trace = trace(asking(silent, refusing), "a.example");
        assertEquals(List.of("Query timed out", "REFUSED"), trace.queries().stream().map(Query::result)
                .map(result -> result.startsWith("Query timed out") ? "Query timed out" : result).toList());
        assertEquals(Optional.empty(), trace.chosen());
        assertTrue(trace.verdict().startsWith("Mail for a.example waits"), trace.verdict());
    }

    @Test
    void domainsWithoutMailExchangersHaveTheirVerdict() throws Exception {
        CachingDns dns = asking(responder(new Zone(new DnsRecords().address("host.example", "192.0.2.1").mx("null.example", 0, ".")
                .mx("lost.example", 1, "none.example"))));
        assertTrue(trace(dns, "host.example").verdict().contains("the domain itself, since it has no MX"));
        assertTrue(trace(dns, "null.example").verdict().contains("null MX"));
        assertTrue(trace(dns, "none.example").verdict().contains("does not exist"));
        Trace lost = trace(dns, "lost.example");
        assertEquals("the host does not exist", lost.exchangers().get(0).problem());
        assertTrue(lost.verdict().contains("no mail exchanger has an address"), lost.verdict());
    }

    private static Trace trace(CachingDns dns, String domain) throws Exception {
        return dns.trace(domain, List.of()).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** Those of a host are asked for at once, so their order is not known. */
    private static Stream<Query> sorted(List<Query> queries) {
        return queries.stream().skip(1).sorted((a, b) -> (a.name() + a.type()).compareTo(b.name() + b.type()));
    }

    private static UnaryOperator<Message> authoritative(Zone zone) {
        return query -> {
            Message answer = zone.apply(query);
            answer.getHeader().setFlag(Flags.AA);
            return answer;
        };
    }

    private Responder responder(UnaryOperator<Message> answers) throws Exception {
        Responder responder = new Responder(answers, false);
        open.add(responder);
        return responder;
    }

    private CachingDns asking(Responder... servers) {
        CachingDns dns = new CachingDns(new DnsSettings(Stream.of(servers).map(Responder::address).toList(), List.of(), 53, Duration.ofMillis(300), 1, false,
                100, Duration.ofHours(1), Duration.ofHours(1)), List::of, InstantSource.system(), new Random(1));
        open.add(dns);
        return dns;
    }
}
