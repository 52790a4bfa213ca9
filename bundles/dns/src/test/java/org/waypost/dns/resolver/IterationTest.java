package org.waypost.dns.resolver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waypost.dns.Dns;
import org.waypost.dns.DnsAnswer;
import org.waypost.dns.DnsTrace.Origin;
import org.waypost.dns.DnsTrace.Trace;
import org.waypost.testkit.dns.DnsContract;
import org.waypost.testkit.dns.DnsRecords;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** Its servers are on one port of several loopback addresses, as those of the DNS are on port 53. */
class IterationTest implements DnsContract {
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Authority root = new Authority(new DnsRecords());
    private final Authority example = new Authority(new DnsRecords());
    private Responder rootServer;

    @Override
    public Dns knowing(DnsRecords records) throws Exception {
        rootServer = responder("127.0.0.1", new Authority(records));
        return dns();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void referralsLeadFromTheRootToTheZoneWhichIsRememberedThen() throws Exception {
        Responder top = rootAndExample();
        example.below("a.example", "ns.a.example").glue("ns.a.example", "127.0.0.3");
        Responder zone = responder("127.0.0.3", new Authority(new DnsRecords().mx("a.example", 1, "b.a.example").address("b.a.example", "192.0.2.1")));
        CachingDns dns = dns();
        Trace trace = dns.trace("a.example", List.of()).toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertEquals("b.a.example", trace.chosen().orElseThrow());
        assertEquals(List.of(Origin.REFERRAL, Origin.REFERRAL, Origin.AUTHORITATIVE),
                trace.queries().stream().limit(3).map(query -> query.origin()).toList());
        assertEquals(List.of("example. NS ns.example."), trace.queries().get(0).records());
        assertEquals("127.0.0.3 port " + zone.address().getPort(), trace.queries().get(2).server());
        assertEquals(List.of("udp a.example. MX"), rootServer.queries());
        assertEquals(List.of("udp a.example. MX"), top.queries());
        assertEquals(3, zone.queries().size(), zone.queries().toString());
    }

    @Test
    void noServerIsAskedToFindWhatItDoesNotKnow() throws Exception {
        List<Boolean> asked = new ArrayList<>();
        rootServer = responder("127.0.0.1", query -> {
            asked.add(query.getHeader().getFlag(Flags.RD));
            return root.apply(query);
        });
        get(dns().mx("none.example", List.of()));
        assertEquals(List.of(false), asked);
    }

    @Test
    void aServerWithoutGlueIsLookedUpFirst() throws Exception {
        rootAndExample();
        root.below("other", "ns.other").glue("ns.other", "127.0.0.4");
        example.below("a.example", "ns.other");
        responder("127.0.0.4", new Authority(new DnsRecords().address("ns.other", "127.0.0.3")));
        responder("127.0.0.3", new Authority(new DnsRecords().mx("a.example", 1, "mx.a.example")));
        assertInstanceOf(DnsAnswer.Found.class, get(dns().mx("a.example", List.of())));
    }

    @Test
    void aServerThatIsSilentIsPassedOverAndAvoidedThen() throws Exception {
        rootServer = responder("127.0.0.1", root);
        root.below("example", "ns1.example").below("example", "ns2.example").glue("ns1.example", "127.0.0.2").glue("ns2.example", "127.0.0.3");
        Responder silent = responder("127.0.0.2", query -> null);
        responder("127.0.0.3", new Authority(new DnsRecords().mx("a.example", 1, "b.example")));
        CachingDns dns = dns();
        for (int i = 0; i < 20; i++) {
            get(dns.mx("none" + i + ".example", List.of()));
        }
        assertEquals(1, silent.queries().size());
        assertInstanceOf(DnsAnswer.Found.class, get(dns.mx("a.example", List.of())));
    }

    @Test
    void anAliasIntoAnotherZoneIsFollowedThereAndWhatIsSaidOfItElsewhereIsNotBelieved() throws Exception {
        rootAndExample();
        root.below("other", "ns.other").glue("ns.other", "127.0.0.4");
        responder("127.0.0.4", new Authority(new DnsRecords().address("host.other", "192.0.2.4")));
        Authority honest = new Authority(new DnsRecords().alias("www.a.example", "host.other"));
        example.below("a.example", "ns.a.example").glue("ns.a.example", "127.0.0.3");
        responder("127.0.0.3", query -> {
            Message answer = honest.apply(query);
            answer.addRecord(forged("host.other."), Section.ANSWER);
            return answer;
        });
        DnsAnswer<InetAddress> answer = get(dns().addresses("www.a.example", List.of()));
        assertEquals(List.of(InetAddress.getByName("192.0.2.4")), assertInstanceOf(DnsAnswer.Found.class, answer).records());
    }

    @Test
    void glueOfAnotherZoneIsNotBelieved() throws Exception {
        rootAndExample();
        root.below("other", "ns.other").glue("ns.other", "127.0.0.4");
        responder("127.0.0.4", new Authority(new DnsRecords().address("ns.other", "127.0.0.3")));
        Responder liar = responder("127.0.0.5", new Authority(new DnsRecords()));
        responder("127.0.0.3", new Authority(new DnsRecords().mx("a.example", 1, "mx.a.example")));
        example.below("a.example", "ns.other").glue("ns.other", "127.0.0.5");
        assertInstanceOf(DnsAnswer.Found.class, get(dns().mx("a.example", List.of())));
        assertEquals(List.of(), liar.queries());
    }

    @Test
    void zonesThatNeedEachOtherEndTheLookup() throws Exception {
        rootServer = responder("127.0.0.1", root);
        root.below("example", "ns.other").below("other", "ns.example");
        String reason = failure(get(dns().mx("a.example", List.of())));
        assertTrue(reason.contains("ns.other: its address was not found"), reason);
        assertTrue(rootServer.queries().size() <= Budget.MAX_QUERIES, rootServer.queries().size() + " queries");
    }

    @Test
    void whoAlwaysRefersToMoreServersIsGivenUp() throws Exception {
        rootServer = responder("127.0.0.1", root);
        for (int i = 0; i < 40; i++) {
            root.below("example", "ns.child" + i + ".other");
        }
        root.below("other", "ns.other").glue("ns.other", "127.0.0.2");
        Authority other = new Authority(new DnsRecords());
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 10; j++) {
                other.below("child" + i + ".other", "ns" + j + ".child" + (i + 1) + ".other");
            }
        }
        Responder server = responder("127.0.0.2", other);
        failure(get(dns().mx("a.example", List.of())));
        assertTrue(rootServer.queries().size() + server.queries().size() <= Budget.MAX_QUERIES);
    }

    @Test
    void theFailuresOfEachServerAreNamed() throws Exception {
        rootServer = responder("127.0.0.1", root);
        root.below("example", "ns1.example").below("example", "ns2.example").glue("ns1.example", "127.0.0.2").glue("ns2.example", "127.0.0.3");
        responder("127.0.0.2", Responder::reply);
        responder("127.0.0.3", query -> {
            Message answer = Responder.reply(query);
            answer.getHeader().setRcode(Rcode.REFUSED);
            return answer;
        });
        String reason = failure(get(dns().mx("a.example", List.of())));
        int port = rootServer.address().getPort();
        assertTrue(reason.contains("the servers of example: "), reason);
        assertTrue(reason.contains("127.0.0.2 port " + port + ": it is not responsible for example"), reason);
        assertTrue(reason.contains("127.0.0.3 port " + port + ": REFUSED"), reason);
    }

    @Test
    void aZoneThatMovedIsAskedForAnew() throws Exception {
        rootServer = responder("127.0.0.1", root);
        root.below("example", "old.example").glue("old.example", "127.0.0.2");
        Responder old = responder("127.0.0.2", new Authority(new DnsRecords()));
        CachingDns dns = dns();
        assertInstanceOf(DnsAnswer.NoSuchName.class, get(dns.mx("first.example", List.of())));
        old.close();
        root.forget();
        root.below("example", "new.example").glue("new.example", "127.0.0.3");
        responder("127.0.0.3", new Authority(new DnsRecords().mx("second.example", 1, "mx.example")));
        assertInstanceOf(DnsAnswer.Found.class, get(dns.mx("second.example", List.of())));
    }

    @Test
    void aTruncatedAnswerIsFetchedByTcp() throws Exception {
        rootServer = new Responder(new InetSocketAddress("127.0.0.1", 0), new Authority(new DnsRecords().mx("a.example", 1, "b.example")), true);
        open.add(rootServer);
        assertInstanceOf(DnsAnswer.Found.class, get(dns().mx("a.example", List.of())));
        assertEquals(List.of("udp a.example. MX", "tcp a.example. MX"), rootServer.queries());
    }

    /** The root refers to the server of example, which is returned. */
    private Responder rootAndExample() throws Exception {
        rootServer = responder("127.0.0.1", root);
        root.below("example", "ns.example").glue("ns.example", "127.0.0.2");
        return responder("127.0.0.2", example);
    }

    private static ARecord forged(String name) {
        return new ARecord(Name.fromConstantString(name), DClass.IN, 300, InetAddress.getLoopbackAddress());
    }

    private static <T> DnsAnswer<T> get(CompletionStage<DnsAnswer<T>> stage) throws Exception {
        return DnsContract.get(stage);
    }

    private static String failure(DnsAnswer<?> answer) {
        return assertInstanceOf(DnsAnswer.Failed.class, answer).reason();
    }

    private Responder responder(String address, UnaryOperator<Message> answers) throws Exception {
        int port = rootServer == null ? 0 : rootServer.address().getPort();
        Responder responder = new Responder(new InetSocketAddress(address, port), answers, false);
        open.add(responder);
        return responder;
    }

    private CachingDns dns() {
        CachingDns dns = new CachingDns(new DnsSettings(List.of(), List.of(rootServer.address()), rootServer.address().getPort(),
                Duration.ofMillis(300), 1, false, 1_000, Duration.ofHours(1), Duration.ofHours(1)), List::of, InstantSource.system(), new Random(1));
        open.add(dns);
        return dns;
    }
}
