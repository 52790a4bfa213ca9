package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.itests.harness.BundleVariant;
import org.waypost.itests.harness.Checkout;
import org.waypost.itests.harness.Command;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.SteadySender;
import org.waypost.itests.harness.ThreeGroups;
import org.waypost.itests.harness.Trails;
import org.waypost.itests.harness.WaypostHome;

/**
 * Five servers in three routing groups while mail flows at a fixed rate from the first group to the third: bridgehead
 * lost and found, a cost changed, bundles replaced, a master frozen. Nothing is lost, doubled or sent in a circle.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoutingGroupsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final String[] CHEAP = {"north2", "north1", "middle1", "south1"};
    private static final String[] DEAR = {"north2", "north1", "south2", "south1"};

    private ThreeGroups groups;
    private SteadySender sender;
    private Trails trails;

    @BeforeAll
    void start() {
        groups = ThreeGroups.start();
        groups.awaitAgreement(LIMIT, ThreeGroups.SERVERS, "");
        WaypostHome entrance = groups.server("north2");
        sender = SteadySender.start(new InetSocketAddress(entrance.host(), entrance.smtpPort()), "dave@example.com", Duration.ofMillis(200));
        trails = new Trails(groups.server("south1").maildir("dave"));
    }

    @AfterAll
    void stop() {
        if (sender != null) {
            sender.close();
        }
        if (groups != null) {
            groups.close();
        }
    }

    @Test
    @Order(1)
    void mailTakesTheCheapPath() {
        trails.awaitThrough(LIMIT, sender, CHEAP);
    }

    @Test
    @Order(2)
    void mailGoesAroundABridgeheadThatIsGone() {
        String before = groups.awaitAgreement(LIMIT, ThreeGroups.SERVERS, "");
        List<String> others = new ArrayList<>(ThreeGroups.SERVERS);
        others.remove("middle1");
        groups.server("middle1").stop();
        long stopped = System.nanoTime();
        String without = groups.awaitAgreement(LIMIT, others, before);
        say("four agree that middle1 is gone", stopped);
        trails.awaitThrough(LIMIT, sender, DEAR);
        say("mail takes the dear path", stopped);
        groups.server("middle1").start();
        long started = System.nanoTime();
        groups.awaitAgreement(LIMIT, ThreeGroups.SERVERS, without);
        say("five agree that it is back", started);
        trails.awaitThrough(LIMIT, sender, CHEAP);
        say("mail takes the cheap path again", started);
    }

    @Test
    @Order(3)
    void aCostChangedInTheDirectoryIsInUseEverywhere() {
        String before = groups.awaitAgreement(LIMIT, ThreeGroups.SERVERS, "");
        long changed = System.nanoTime();
        groups.directory().replace(ThreeGroups.connector("North", "North to South"), "cost", "1");
        String cheaper = groups.awaitAgreement(LIMIT, ThreeGroups.SERVERS, before);
        say("five have the new cost", changed);
        trails.awaitThrough(LIMIT, sender, DEAR);
        say("mail goes by it", changed);
        for (String server : List.of("north2", "south2")) {
            String explained = groups.server(server).shell("route:explain --server south1 --from-server north1 '<>' dave@example.com");
            assertTrue(explained.contains("North to South"), explained);
        }
        groups.directory().replace(ThreeGroups.connector("North", "North to South"), "cost", "50");
        groups.awaitAgreement(LIMIT, ThreeGroups.SERVERS, cheaper);
        trails.awaitThrough(LIMIT, sender, CHEAP);
    }

    @ParameterizedTest
    @Order(4)
    @ValueSource(strings = {"routing", "link-state"})
    void nobodyNoticesThatABundleIsReplaced(String bundle) {
        groups.awaitAgreement(LIMIT, ThreeGroups.SERVERS, "");
        List<String> before = reportedDown();
        WaypostHome north1 = groups.server("north1");
        Path variant = BundleVariant.of(Checkout.bundle(bundle)).renamingInternals("v2").write("live");
        north1.shell("bundle:update org.waypost." + bundle + " " + variant.toUri());
        Poll.until(LIMIT, LOOK, "the new version of " + bundle + " is active", () -> north1.shell("bundle:list -t 0 -s").lines()
                .anyMatch(line -> line.matches(".*Active.*-live .* org\\.waypost\\." + bundle + "\\s*")));
        trails.awaitThrough(LIMIT, sender, CHEAP);
        groups.awaitAgreement(LIMIT, ThreeGroups.SERVERS, "");
        assertEquals(before, reportedDown());
    }

    @Test
    @Order(5)
    void aFrozenMasterThatComesBackChangesNothing() {
        String before = groups.awaitAgreement(LIMIT, ThreeGroups.SERVERS, "");
        WaypostHome frozen = groups.server("south2");
        List<String> others = new ArrayList<>(ThreeGroups.SERVERS);
        others.remove("south2");
        signal(frozen, "STOP");
        try {
            groups.server("north1").shell("linkstate:master South south1");
            String moved = groups.awaitAgreement(LIMIT, others, before);
            groups.directory().replace(ThreeGroups.connector("South", "South to Middle"), "cost", "2");
            groups.awaitAgreement(LIMIT, others, moved);
        } finally {
            signal(frozen, "CONT");
        }
        long continued = System.nanoTime();
        Poll.until(LIMIT, "the old master learns of its loss", () -> frozen.events().contains("no longer the master of routing group South"));
        groups.awaitAgreement(LIMIT, ThreeGroups.SERVERS, before);
        say("the old master follows", continued);
        assertTrue(groups.server("south1").shell("linkstate:show").contains("south1"));
        trails.awaitThrough(LIMIT, sender, CHEAP);
    }

    @Test
    @Order(9)
    void nothingIsLostDoubledOrSentInACircle() {
        sender.close();
        assertEquals(List.of(), sender.failures());
        List<String> accepted = sender.accepted();
        Poll.within(LIMIT, () -> trails.missing(accepted).isEmpty());
        assertEquals(Set.of(), trails.missing(accepted), "lost");
        assertEquals(Set.of(), trails.doubled(), "doubled");
        System.out.printf("RoutingGroupsIT: %d messages%n", accepted.size());
    }

    private static void say(String what, long since) {
        System.out.printf("RoutingGroupsIT: %s after %.1f s%n", what, (System.nanoTime() - since) / 1e9);
    }

    /** What any server said of a link that is down, or of a server that it lost contact with. */
    private List<String> reportedDown() {
        return ThreeGroups.SERVERS.stream().flatMap(server -> groups.server(server).events().lines())
                .filter(line -> line.matches(".*Link State/(960|965|995) .*")).toList();
    }

    private static void signal(WaypostHome home, String name) {
        Command.run(LIMIT, "kill", "-" + name, Long.toString(home.process().pid())).succeeded();
    }
}
