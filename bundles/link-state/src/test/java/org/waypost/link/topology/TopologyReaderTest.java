package org.waypost.link.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.link.topology.Layout.EAST;
import static org.waypost.link.topology.Layout.WEST;
import static org.waypost.link.topology.Layout.betweenGroups;
import static org.waypost.link.topology.Layout.group;
import static org.waypost.link.topology.Layout.id;
import static org.waypost.link.topology.Layout.serverDn;
import static org.waypost.link.topology.Layout.smtp;
import static org.waypost.link.topology.Layout.virtualServerDn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waypost.directory.Entry;
import org.waypost.topology.Connector;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

class TopologyReaderTest {
    private final Layout layout = new Layout();

    @Test
    void groupsHaveTheirServersAndTheFirstIsMaster() {
        Topology read = layout.with();
        assertEquals(List.of("East", "West"), read.groups().stream().map(RoutingGroup::name).toList());
        assertEquals(List.of("a", "b"), west(read).servers().stream().map(Server::name).toList());
        assertEquals(Optional.of(id("a")), west(read).master());
        assertEquals(List.of(), read.unreadable());
    }

    @Test
    void theNamedMasterIsMasterAndHasItsTerm() {
        Topology read = layout.with(group("West", "msExchRoutingMasterDN=" + virtualServerDn("b").toUpperCase(), "waypostTerm=7"));
        assertEquals(Optional.of(id("b")), west(read).master());
        assertEquals(7, read.terms().get(id("West")));
    }

    @Test
    void aMasterThatIsNoMemberIsTold() {
        for (String master : List.of(serverDn("c"), serverDn("gone"), "no name")) {
            Topology read = layout.with(group("West", "msExchRoutingMasterDN=" + master));
            assertEquals(Optional.empty(), west(read).master());
            assertEquals(List.of(new Topology.LostMaster(WEST, master)), read.lostMasters());
        }
    }

    @Test
    void aServerBelongsToTheGroupThatListsItOrToTheOnlyOne() {
        Entry stray = Layout.entry("d", serverDn("d"), Servers.CLASS);
        Topology listed = layout.with(stray, group("East", "msExchRoutingGroupMembersDN=" + virtualServerDn("d")));
        assertEquals(List.of("c", "d"), listed.groups().get(0).servers().stream().map(Server::name).toList());
        assertEquals(List.of(serverDn("d")), layout.with(stray).unreadable().stream().map(Topology.Unreadable::dn).toList());
        assertEquals(1, TopologyReader.read(List.of(group("West"), stray)).groups().get(0).servers().size());
    }

    @TestFactory
    Stream<DynamicTest> connectors() {
        return Stream.of(
                is(betweenGroups(), Connector::cost, 1),
                is(betweenGroups("cost=100"), Connector::cost, 100),
                is(betweenGroups(), Connector::targets, List.of(id("c"))),
                is(betweenGroups(), Connector::sources, Set.of()),
                is(betweenGroups("msExchSourceBridgeheadServersDN=" + virtualServerDn("b")), Connector::sources, Set.of(id("b"))),
                is(smtp("routingList=SMTP:*.Bücher.example.;10", "routingList=X400:c=us;1"),
                        connector -> connector.spaces().toString(), "[SMTP:*.xn--bcher-kva.example;10]"),
                is(smtp("routingList=smtp:*"), connector -> connector.spaces().toString(), "[SMTP:*;1]"),
                is(smtp("msExchDestinationRGDN=" + EAST), Connector::targetGroups, Set.of(id("East"))),
                is(smtp("waypostSetting=connectedGroups=east"), Connector::targetGroups, Set.of(id("East"))),
                is(smtp("msExchSmtpSmartHost=mx:example.net; [192.0.2.1]:26"), Connector::smartHosts, List.of("mx:example.net", "[192.0.2.1]:26")),
                is(smtp("delivContLength=10"), connector -> connector.rules().maxSize(), 10_240L),
                is(smtp("authOrig=cn=x", "dLMemSubmitPerms=cn=y"), connector -> connector.rules().allowed(), Set.of("cn=x", "cn=y")),
                is(smtp("unauthOrig=cn=x", "dLMemRejectPerms=cn=y"), connector -> connector.rules().refused(), Set.of("cn=x", "cn=y")),
                is(smtp("waypostSetting=priorities=low, HIGH"), connector -> connector.rules().priorities(),
                        Set.of(Connector.Priority.LOW, Connector.Priority.HIGH)),
                is(smtp("waypostSetting=system=false"), connector -> connector.rules().system(), false),
                is(smtp("waypostSetting=scope=group"), Connector::ofGroupOnly, true),
                is(smtp("waypostSetting=relayDomains=Example.net,*.example.org"), Connector::relayDomains, Set.of("example.net", "*.example.org")),
                is(smtp("waypostSetting=credentials=partner"), Connector::credentials, "partner"),
                is(smtp("waypostSetting=oversize=2", "waypostSetting=oversizeSchedule=never"),
                        connector -> connector.oversize().orElseThrow().above(), 2048L));
    }

    @Test
    void aServersKeyThatIsNoneIsToldAndTheServerStays() {
        Topology read = layout.with(Layout.server("d", Layout.WEST, "waypostServerKey=no key"));
        assertEquals(List.of(serverDn("d")), read.unreadable().stream().map(Topology.Unreadable::dn).toList());
        assertEquals(3, west(read).servers().size());
    }

    private DynamicTest is(Entry entry, Function<Connector, Object> part, Object expected) {
        return DynamicTest.dynamicTest(entry.attributes().toString(), () -> {
            Topology read = layout.with(entry);
            assertEquals(List.of(), read.unreadable());
            assertEquals(expected, part.apply(west(read).connectors().get(0)));
        });
    }

    @TestFactory
    Stream<DynamicTest> unreadableConnectorsAreLeftOutAndNamed() {
        return Stream.of(betweenGroups("cost=0"), betweenGroups("cost=101"), betweenGroups("cost=x"), betweenGroups("msExchTargetBridgeheadServersDN"),
                betweenGroups("msExchTargetBridgeheadServersDN=" + serverDn("gone")), betweenGroups("msExchTargetBridgeheadServersDN=" + serverDn("a")),
                betweenGroups("msExchDestinationRGDN"), betweenGroups("msExchDestinationRGDN=" + WEST),
                betweenGroups("msExchDestinationRGDN=cn=gone"), betweenGroups("msExchSourceBridgeheadServersDN=" + serverDn("c")),
                smtp("routingList=SMTP:a b;1"), smtp("routingList=SMTP:example.net;0"), smtp("routingList=example.net"),
                smtp("activationStyle=2"), smtp("activationStyle=3"), smtp("delivContLength=-1"), smtp("waypostSetting=schedule=Mon"),
                smtp("waypostSetting=oversize=1"), smtp("waypostSetting=priorities=urgent"), smtp("waypostSetting=scope=x"),
                smtp("waypostSetting=system=perhaps"), smtp("waypostSetting=noEquals"), smtp("msExchSmtpSmartHost=a b"))
                .map(entry -> DynamicTest.dynamicTest(entry.attributes().toString(), () -> {
                    Topology read = layout.with(entry);
                    assertEquals(List.of(entry.dn()), read.unreadable().stream().map(Topology.Unreadable::dn).toList());
                    assertEquals(List.of(), west(read).connectors());
                    assertEquals(2, read.groups().size());
                }));
    }

    @Test
    void anUnreadableGroupTakesOnlyItselfAndWhatHangsOnIt() {
        Topology read = layout.with(group("East", "waypostTerm=-1"), betweenGroups());
        assertEquals(List.of("West"), read.groups().stream().map(RoutingGroup::name).toList());
        assertEquals(Set.of(EAST, serverDn("c"), betweenGroups().dn()),
                Set.copyOf(read.unreadable().stream().map(Topology.Unreadable::dn).toList()));
    }

    @Test
    void theOrderOfEntriesDoesNotMatter() {
        List<Entry> entries = new ArrayList<>(layout.entries);
        entries.add(betweenGroups());
        Topology expected = TopologyReader.read(entries);
        Collections.shuffle(entries, new Random(5));
        assertEquals(expected, TopologyReader.read(entries));
    }

    @Test
    void noValueOfAnyAttributeIsTooStrange() {
        Random random = new Random(20031);
        List<String> attributes = TopologySearch.ATTRIBUTES.stream().filter(name -> !name.equals("objectClass")).sorted().toList();
        List<String> seeds = List.of("", "=", "schedule=Mon-", "SMTP:*.;1", "cn=#zz", "cn=\\", "\u3002", "xn--", "SMTP:xn--a;5", EAST, serverDn("a"), "1");
        for (int run = 0; run < 2_000; run++) {
            String[] more = new String[3];
            for (int i = 0; i < more.length; i++) {
                String seed = seeds.get(random.nextInt(seeds.size()));
                String noise = random.ints(random.nextInt(6), 0, 0x3100).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
                more[i] = attributes.get(random.nextInt(attributes.size())) + "=" + seed + noise;
            }
            Topology read = layout.with(smtp(more), group("West", more), Layout.entry("d", serverDn("d"), Servers.CLASS, more));
            assertTrue(read.groups().stream().anyMatch(group -> group.name().equals("East")));
        }
    }

    private static RoutingGroup west(Topology read) {
        return read.groups().stream().filter(group -> group.name().equals("West")).findFirst().orElseThrow();
    }
}
