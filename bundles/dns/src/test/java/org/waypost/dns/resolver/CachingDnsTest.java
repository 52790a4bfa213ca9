package org.waypost.dns.resolver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waypost.dns.Dns;
import org.waypost.dns.DnsAnswer;
import org.waypost.testkit.dns.DnsContract;
import org.waypost.testkit.dns.DnsRecords;
import org.xbill.DNS.Message;
import org.xbill.DNS.NioClient;
import org.xbill.DNS.Rcode;

class CachingDnsTest implements DnsContract {
    private static final UnaryOperator<Message> SILENT = query -> null;

    private final List<AutoCloseable> open = new ArrayList<>();

    @Override
    public Dns knowing(DnsRecords records) throws Exception {
        return asking(false, responder(new Zone(records), false));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void aTruncatedAnswerIsFetchedByTcp() throws Exception {
        DnsRecords many = new DnsRecords();
        IntStream.range(0, 200).forEach(i -> many.mx("many.example", i, "a-rather-long-name-of-mail-exchanger-" + i + ".many.example"));
        Responder server = responder(new Zone(many), true);
        DnsAnswer<Dns.MxRecord> answer = DnsContract.get(asking(false, server).mx("many.example", List.of()));
        assertEquals(200, assertInstanceOf(DnsAnswer.Found.class, answer).records().size());
        assertEquals(List.of("udp many.example. MX", "tcp many.example. MX"), server.queries());
    }

    @Test
    void tcpOnlyNeverUsesUdp() throws Exception {
        Responder server = responder(new Zone(new DnsRecords().mx("a.example", 1, "b.example")), false);
        DnsContract.get(asking(true, server).mx("a.example", List.of()));
        assertEquals(List.of("tcp a.example. MX"), server.queries());
    }

    @Test
    void theNextServerIsAskedAfterAFailure() throws Exception {
        Responder broken = responder(refusing(Rcode.SERVFAIL), false);
        Responder good = responder(new Zone(new DnsRecords().mx("a.example", 1, "b.example")), false);
        assertInstanceOf(DnsAnswer.Found.class, DnsContract.get(asking(false, broken, good).mx("a.example", List.of())));
        assertEquals(1, broken.queries().size());
    }

    @Test
    void theNextServerIsAskedAfterSilence() throws Exception {
        Responder silent = responder(SILENT, false);
        Responder good = responder(new Zone(new DnsRecords().mx("a.example", 1, "b.example")), false);
        assertInstanceOf(DnsAnswer.Found.class, DnsContract.get(asking(false, silent, good).mx("a.example", List.of())));
    }

    @Test
    void aFailureNamesEachServerAndItsCause() throws Exception {
        Responder silent = responder(SILENT, false);
        Responder refusing = responder(refusing(Rcode.REFUSED), false);
        DnsAnswer<?> answer = DnsContract.get(asking(false, silent, refusing).mx("a.example", List.of()));
        String reason = assertInstanceOf(DnsAnswer.Failed.class, answer).reason();
        assertTrue(reason.contains("port " + silent.address().getPort() + ": Query timed out"), reason);
        assertTrue(reason.contains("port " + refusing.address().getPort() + ": REFUSED"), reason);
        assertEquals(2, refusing.queries().size(), "one query in each of two rounds");
    }

    @Test
    void answersAndTheirAbsenceAreCachedAndFailuresAreNot() throws Exception {
        DnsRecords records = new DnsRecords().mx("a.example", 1, "b.example").broken("c.example");
        Responder server = responder(new Zone(records), false);
        Dns dns = asking(false, server);
        for (int i = 0; i < 3; i++) {
            DnsContract.get(dns.mx("a.example", List.of()));
            DnsContract.get(dns.mx("none.example", List.of()));
        }
        assertEquals(List.of("udp a.example. MX", "udp none.example. MX"), server.queries());
        assertInstanceOf(DnsAnswer.Failed.class, DnsContract.get(dns.mx("c.example", List.of())));
        records.mended("c.example").mx("c.example", 1, "d.example");
        assertInstanceOf(DnsAnswer.Found.class, DnsContract.get(dns.mx("c.example", List.of())));
    }

    @Test
    void serversOfACallHaveTheirOwnCache() throws Exception {
        Responder inside = responder(new Zone(new DnsRecords().mx("a.example", 1, "inside.example")), false);
        Responder outside = responder(new Zone(new DnsRecords().mx("a.example", 1, "outside.example")), false);
        Dns dns = asking(false, outside);
        String named = "127.0.0.1:" + inside.address().getPort();
        assertTrue(DnsContract.get(dns.mx("a.example", List.of())).toString().contains("outside.example"));
        assertTrue(DnsContract.get(dns.mx("a.example", List.of(named))).toString().contains("inside.example"));
        assertInstanceOf(DnsAnswer.Failed.class, DnsContract.get(dns.mx("a.example", List.of("dns.example"))));
    }

    @Test
    void aLoopOfAliasesFails() throws Exception {
        Dns dns = knowing(new DnsRecords().alias("a.example", "b.example").alias("b.example", "a.example"));
        assertInstanceOf(DnsAnswer.Failed.class, DnsContract.get(dns.mx("a.example", List.of())));
    }

    @Test
    void aNameThatCannotBeAskedForDoesNotExist() throws Exception {
        Dns dns = knowing(new DnsRecords());
        assertInstanceOf(DnsAnswer.NoSuchName.class, DnsContract.get(dns.mx("x".repeat(64) + ".example", List.of())));
    }

    @Test
    void closingEndsQueriesAndTheThread() throws Exception {
        CachingDns dns = asking(false, responder(SILENT, false));
        var pending = dns.mx("a.example", List.of());
        dns.close();
        NioClient.close();
        assertInstanceOf(DnsAnswer.Failed.class, DnsContract.get(pending));
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (selectorRuns() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertFalse(selectorRuns(), "dnsjava's thread is still there");
    }

    private static boolean selectorRuns() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("dnsjava NIO selector"));
    }

    private static UnaryOperator<Message> refusing(int rcode) {
        return query -> {
            Message answer = Responder.reply(query);
            answer.getHeader().setRcode(rcode);
            return answer;
        };
    }

    private Responder responder(UnaryOperator<Message> answers, boolean truncating) throws IOException {
        Responder responder = new Responder(answers, truncating);
        open.add(responder);
        return responder;
    }

    private CachingDns asking(boolean tcpOnly, Responder... servers) {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (Responder server : servers) {
            addresses.add(server.address());
        }
        CachingDns dns = new CachingDns(new DnsSettings(addresses, List.of(), 53, Duration.ofMillis(300), 2, tcpOnly, 100,
                Duration.ofHours(1), Duration.ofHours(1)), List::of, InstantSource.system(), new Random(1));
        open.add(dns);
        return dns;
    }
}
