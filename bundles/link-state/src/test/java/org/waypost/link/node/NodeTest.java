package org.waypost.link.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.admin.Answer;
import org.waypost.connection.Outgoing;
import org.waypost.dns.Dns;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.greeting.Bridgehead;
import org.waypost.link.membership.Roster;
import org.waypost.link.participant.ParticipantSettings;
import org.waypost.link.port.Site;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.service.Gate;
import org.waypost.testkit.directory.MemoryDirectory;
import org.waypost.topology.Server;

/** Whole servers over real connections: a (master) and b in West, c in East. */
class NodeTest {
    private static final String BASE = ",cn=Example,cn=Configuration,dc=example,dc=com";
    private static final ParticipantSettings SHORT = new ParticipantSettings(Duration.ofMillis(200), 1, Duration.ofMillis(200), Duration.ZERO,
            false, Duration.ofSeconds(1), false, Duration.ofSeconds(60));

    @TempDir
    Path folder;
    private final MemoryDirectory directory = new MemoryDirectory();
    private Running a;
    private Running b;
    private Running c;

    /** A site with its node, from start to stop. */
    private final class Running {
        private final Site site;
        private final LinkStateNode node;

        Running(Site site, boolean withDirectory) {
            this.site = site;
            Gate<Outgoing> outgoing = new Gate<>("transport", Duration.ofSeconds(2), 100, Runnable::run);
            outgoing.bind(site.transport.outgoing());
            Gate<Dns> dns = new Gate<>("DNS", Duration.ofSeconds(2), 100, Runnable::run);
            node = new LinkStateNode(site.server.name(), folder.resolve(site.server.name()), SHORT, outgoing, dns, site.events, InstantSource.system());
            if (withDirectory) {
                node.directory(directory);
            }
            site.transport.listeners().bind(new Bridgehead(site, node.verb(), () -> Roster.of(Optional.empty(), map())));
            boolean[] bound = new boolean[1];
            node.watchListener(spec -> {
                if (spec.isPresent() && !bound[0]) {
                    bound[0] = true;
                    site.transport.listeners().bind(node.port());
                }
            });
        }

        OrganizationMap map() {
            return node.states().map();
        }

        void stop() {
            node.close();
            site.close();
        }
    }

    @BeforeEach
    void organization() {
        directory.load(group("West") + group("East"));
    }

    private static String group(String name) {
        return "dn: cn=" + name + BASE + "\nobjectClass: msExchRoutingGroup\ncn: " + name + "\n\n";
    }

    private Running start(String name, String group) throws IOException {
        Site site = new Site(name, folder);
        Server server = site.server;
        directory.load("dn: cn=" + name + ",cn=Servers" + BASE + "\nentryUUID: " + server.id() + "\nobjectClass: msExchExchangeServer\ncn: " + name
                + "\nnetworkAddress: ncacn_ip_tcp:127.0.0.1\nwaypostSetting: smtpPort=" + server.smtpPort() + "\nwaypostSetting: linkStatePort="
                + server.linkStatePort() + "\nmsExchHomeRoutingGroup: cn=" + group + BASE + "\n");
        return new Running(site, true);
    }

    private void startAll() throws IOException {
        a = start("a", "West");
        b = start("b", "West");
        c = start("c", "East");
        connector("there", "West", "East", "c");
        connector("back", "East", "West", "a");
        for (Running each : List.of(a, b, c)) {
            assertInstanceOf(Answer.Ok.class, each.node.membership().join().toCompletableFuture().join());
        }
    }

    private void connector(String name, String from, String to, String target) {
        directory.add("cn=" + name + ",cn=Connections,cn=" + from + BASE, "objectClass: msExchRoutingGroupConnector", "cn: " + name,
                "msExchDestinationRGDN: cn=" + to + BASE, "msExchTargetBridgeheadServersDN: cn=" + target + ",cn=Servers" + BASE);
    }

    @AfterEach
    void end() {
        Stream.of(a, b, c).filter(running -> running != null).forEach(Running::stop);
    }

    private static boolean agree(Running... all) {
        return Stream.of(all).map(each -> each.map().digest()).distinct().count() == 1
                && Stream.of(all).allMatch(each -> each.map().groups().size() == 2 && each.map().groups().values().stream().allMatch(NodeTest::isRuled));
    }

    private static boolean isRuled(GroupState state) {
        return state.ruler().isPresent();
    }

    private static String text(Answer<String> answer) {
        return answer instanceof Answer.Ok<String> ok ? ok.value() : answer.toString();
    }

    private static long down(Running running) {
        return running.map().groups().values().stream().mapToLong(state -> state.down().size()).sum();
    }

    @Test
    void allAgreeAndALinkGoesDownAndComesUpForAll() throws Exception {
        startAll();
        // Links between two groups that have no other neighbour are never told to be down; one that leads out is.
        directory.add("cn=out,cn=Connections,cn=West" + BASE, "objectClass: msExchRoutingSMTPConnector", "cn: out", "routingList: SMTP:*;1",
                "msExchSmtpSmartHost: [127.0.0.1]:" + c.site.server.smtpPort());
        Site.eventually(() -> agree(a, b, c) && down(a) == 0 && a.map().groups().values().stream()
                .anyMatch(state -> state.group().connectors().size() == 2), "all agree");
        assertEquals("MASTER", a.node.states().status().role());
        c.stop();
        Site.eventually(() -> agree(a, b) && down(a) == 2, "the way out is down for both");
        c = new Running(new Site("c", folder, c.site.server), true);
        Site.eventually(() -> agree(a, b, c) && down(a) == 0, "all agree again");
    }

    @Test
    void aReplacementOfOneNodeIsNotSeenByOthers() throws Exception {
        startAll();
        Site.eventually(() -> agree(a, b, c) && down(a) == 0, "all agree");
        String before = a.map().digest();
        a.site.transport.listeners().unbind(a.node.port());
        a.node.close();
        a = new Running(a.site, true);
        Site.eventually(() -> agree(a, b, c) && a.node.states().status().members().contains("b"), "b follows it again");
        assertEquals(0, down(a) + down(b) + down(c));
        assertEquals(0, Stream.of(a, b, c).mapToLong(each -> each.site.events.count(LinkStateEvent.LINK_DOWN)).sum());
        assertTrue(before.length() > 0);
    }

    @Test
    void withoutTheDirectoryTheKeptMapIsInForce() throws Exception {
        startAll();
        Site.eventually(() -> agree(a, b, c), "all agree");
        b.node.close();
        String digest = b.map().digest();
        b.site.transport.listeners().unbind(b.node.port());
        Running again = new Running(b.site, false);
        b = again;
        assertEquals(digest, again.map().digest());
        Site.eventually(() -> agree(a, again), "it takes part");
    }

    @Test
    void aDamagedMapIsReportedAndReadAnew() throws Exception {
        Path map = folder.resolve("a").resolve("map");
        Files.createDirectories(map.getParent());
        Files.writeString(map, "waypost-link-state 1 nothing\n");
        a = start("a", "West");
        Site.eventually(() -> a.map().groups().size() == 2, "the directory was read");
        assertEquals(1, a.site.events.count(LinkStateEvent.KEPT_MAP));
        a.node.close();
        assertEquals(new Answer.Ok<>(a.map()), a.node.states().read(Files.readString(map)));
    }

    @Test
    void anAdministratorMovesTheRole() throws Exception {
        startAll();
        Site.eventually(() -> agree(a, b, c), "all agree");
        assertInstanceOf(Answer.Refused.class, a.node.states().moveMaster("West", "c").toCompletableFuture().join());
        assertInstanceOf(Answer.Refused.class, a.node.states().moveMaster("North", "b").toCompletableFuture().join());
        assertEquals("b is named as the master of routing group West and takes over as soon as it reads that in the directory.",
                text(c.node.states().moveMaster("west", "B").toCompletableFuture().join()));
        Site.eventually(() -> agree(a, b, c) && "MASTER".equals(b.node.states().status().role())
                && b.node.states().status().members().contains("a"), "b rules");
        assertEquals("3", directory.entry("cn=West" + BASE).orElseThrow().value("waypostTerm").orElseThrow());
    }
}
