package org.waypost.smtp.client.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waypost.dns.Dns;
import org.waypost.routing.NextHop;
import org.waypost.service.Gate;
import org.waypost.testkit.dns.DnsRecords;
import org.waypost.testkit.dns.MemoryDns;
import org.waypost.topology.Schedule;

class TargetFinderTest {
    private final DnsRecords records = new DnsRecords();
    private final Gate<Dns> dns = new Gate<>("Dns", Duration.ofSeconds(1), 1, Runnable::run);
    private final TargetFinder finder = new TargetFinder(dns, new Random(1));
    private Limits limits = new Limits(Set.of("me.example"), Set.of(), 3, 4);

    TargetFinderTest() {
        dns.bind(new MemoryDns(records));
    }

    @Test
    void exchangersAreTriedInTheOrderOfTheirPreference() {
        records.mx("a.example", 20, "two.example").mx("a.example", 10, "one.example")
                .address("one.example", "192.0.2.1").address("two.example", "192.0.2.2");
        assertEquals("one.example[192.0.2.1]:2600 two.example[192.0.2.2]:2600", domain("a.example", 2600));
    }

    @Test
    void equalPreferencesAreSpread() {
        records.mx("a.example", 10, "one.example").mx("a.example", 10, "two.example")
                .address("one.example", "192.0.2.1").address("two.example", "192.0.2.2");
        Set<String> orders = new HashSet<>();
        IntStream.range(0, 40).forEach(i -> orders.add(domain("a.example", 25)));
        assertEquals(2, orders.size());
    }

    @Test
    void withoutMxTheDomainItselfIsTried() {
        records.address("a.example", "192.0.2.1").address("a.example", "2001:db8::1");
        assertEquals("a.example[2001:db8:0:0:0:0:0:1] a.example[192.0.2.1]", domain("a.example", 25));
    }

    @Test
    void aNullMxIsRejected() {
        records.mx("a.example", 0, ".");
        assertEquals("rejected 5.1.10", domain("a.example", 25));
    }

    @Test
    void anUnknownDomainIsRejected() {
        assertEquals("rejected 5.1.2", domain("nowhere.example", 25));
        assertEquals("rejected 5.1.2", domain("x".repeat(80) + ".example", 25));
    }

    @Test
    void exchangersWithoutAddressAreRejected() {
        records.mx("a.example", 10, "gone.example");
        assertEquals("rejected 5.4.4", domain("a.example", 25));
    }

    @Test
    void aFailureOfTheDnsIsDeferred() {
        records.broken("a.example").mx("b.example", 10, "broken.example").mx("b.example", 5, "gone.example").broken("broken.example");
        assertEquals("deferred 4.4.3", domain("a.example", 25));
        assertEquals("deferred 4.4.3", domain("b.example", 25));
    }

    @Test
    void oneExchangerThatCanBeFoundIsEnough() {
        records.mx("b.example", 5, "broken.example").broken("broken.example").mx("b.example", 10, "one.example")
                .address("one.example", "192.0.2.1");
        assertEquals("one.example[192.0.2.1]", domain("b.example", 25));
    }

    @Test
    void ourselvesAndWorseAreLeftOut() {
        records.mx("a.example", 10, "one.example").mx("a.example", 20, "me.example").mx("a.example", 20, "two.example")
                .mx("a.example", 30, "three.example").address("one.example", "192.0.2.1").address("me.example", "192.0.2.7")
                .address("two.example", "192.0.2.2").address("three.example", "192.0.2.3");
        assertEquals("one.example[192.0.2.1]", domain("a.example", 25));
    }

    @Test
    void ourAddressUnderAnotherNameIsFoundOut() throws UnknownHostException {
        limits = new Limits(Set.of("me.example"), Set.of(InetAddress.getByName("192.0.2.7")), 3, 4);
        records.mx("a.example", 10, "one.example").mx("a.example", 20, "alias.example")
                .address("one.example", "192.0.2.1").address("alias.example", "192.0.2.7");
        assertEquals("one.example[192.0.2.1]", domain("a.example", 25));
        records.address("b.example", "192.0.2.7");
        assertEquals("rejected 5.4.6", domain("b.example", 25));
    }

    @Test
    void onlyOurselvesIsALoop() {
        records.mx("a.example", 10, "me.example").address("me.example", "192.0.2.7");
        assertEquals("rejected 5.4.6", domain("a.example", 25));
    }

    @Test
    void hostsAndAddressesAreBounded() {
        for (int i = 0; i < 9; i++) {
            String host = "mx" + i + ".example";
            records.mx("a.example", i, host).address(host, "192.0.2." + i).address(host, "198.51.100." + i);
        }
        assertEquals("mx0.example[192.0.2.0] mx0.example[198.51.100.0] mx1.example[192.0.2.1] mx1.example[198.51.100.1]",
                domain("a.example", 25));
    }

    @Test
    void addressLiteralsAndInternationalDomainsAreUnderstood() {
        records.address("xn--mnchen-3ya.example", "192.0.2.5");
        assertEquals("192.0.2.9[192.0.2.9]", domain("[192.0.2.9]", 25));
        assertEquals("ipv6:2001:db8::2[2001:db8:0:0:0:0:0:2]", domain("[ipv6:2001:db8::2]", 25));
        assertEquals("xn--mnchen-3ya.example[192.0.2.5]", domain("münchen.example", 25));
    }

    @Test
    void aSmartHostIsFoundByNameAddressOrMx() {
        records.mx("relay.example", 10, "mx.example").address("relay.example", "192.0.2.1").address("mx.example", "192.0.2.2");
        assertEquals("relay.example[192.0.2.1]:587", smartHost("relay.example", false));
        assertEquals("mx.example[192.0.2.2]:587", smartHost("relay.example", true));
        assertEquals("192.0.2.3[192.0.2.3]:587", smartHost("[192.0.2.3]", false));
    }

    @Test
    void theHostsOfALinkAreTriedInTheirOrder() {
        records.address("b.example", "192.0.2.2").address("a.example", "192.0.2.1").broken("broken.example");
        assertEquals("b.example[192.0.2.2] a.example[192.0.2.1]:2525", link(host("b.example", 25), host("a.example", 2525)));
        assertEquals("a.example[192.0.2.1]", link(host("broken.example", 25), host("a.example", 25)));
        assertEquals("deferred 4.4.3", link(host("broken.example", 25), host("nowhere.example", 25)));
    }

    @Test
    void aLinkWhoseHostsCannotBeFoundWaits() {
        assertEquals("deferred 4.4.4", link(host("nowhere.example", 25)));
    }

    @Test
    void aLinkByMxIsLikeTheDomainItself() {
        records.mx("a.example", 10, "me.example").mx("b.example", 10, "one.example")
                .address("me.example", "192.0.2.7").address("one.example", "192.0.2.1");
        assertEquals("rejected 5.1.2", byMx("nowhere.example"));
        assertEquals("rejected 5.4.6", byMx("a.example"));
        assertEquals("one.example[192.0.2.1]:2600", byMx("b.example"));
    }

    @Test
    void aTargetKnowsWhichServerIsToBeFoundThere() {
        NextHop.Host berlin = new NextHop.Host(Optional.of("berlin"), "[192.0.2.1]", 25, false, "");
        NextHop.Link link = new NextHop.Link("", Optional.empty(), List.of(berlin, host("[192.0.2.2]", 25)), Schedule.ALWAYS);
        Plan plan = finder.find(link, 25, limits, List.of()).toCompletableFuture().join();
        assertEquals(List.of(Optional.of("berlin"), Optional.empty()),
                assertInstanceOf(Plan.Reachable.class, plan).targets().stream().map(Target::server).toList());
    }

    @Test
    void aSmartHostOnThisMachineIsNoLoop() {
        records.address("me.example", "192.0.2.7");
        assertEquals("me.example[192.0.2.7]:587", smartHost("me.example", false));
    }

    private String domain(String domain, int port) {
        return find(new NextHop.Domain(domain), port);
    }

    private String smartHost(String host, boolean mx) {
        return find(new NextHop.SmartHost(host, 587, mx, ""), 25);
    }

    private String link(NextHop.Host... hosts) {
        return find(new NextHop.Link("to berlin", Optional.empty(), List.of(hosts), Schedule.ALWAYS), 25);
    }

    private String byMx(String domain) {
        NextHop.Host host = new NextHop.Host(Optional.empty(), domain, 25, true, "");
        return find(new NextHop.Link("internet", Optional.empty(), List.of(host), Schedule.ALWAYS), 2600);
    }

    private static NextHop.Host host(String name, int port) {
        return new NextHop.Host(Optional.empty(), name, port, false, "");
    }

    private String find(NextHop hop, int port) {
        Plan plan = finder.find(hop, port, limits, List.of()).toCompletableFuture().join();
        if (plan instanceof Plan.Rejected rejected) {
            return "rejected " + rejected.status();
        }
        if (plan instanceof Plan.Deferred deferred) {
            return "deferred " + deferred.status();
        }
        return String.join(" ", assertInstanceOf(Plan.Reachable.class, plan).targets().stream().map(Target::toString).toList());
    }
}
