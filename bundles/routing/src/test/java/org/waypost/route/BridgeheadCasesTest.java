package org.waypost.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.waypost.route.Country.exit;
import static org.waypost.route.Country.link;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of several that are equally good, and by which server. */
class BridgeheadCasesTest {
    private static final int OFTEN = 400;

    @ParameterizedTest
    @MethodSource({"own", "handOver"})
    void routes(Case one) {
        one.check();
    }

    static Stream<Case> own() {
        return Stream.of(
                new Case("a bridgehead of one of several uses its own", twoRoads(), Mail.of("b2", "p1"), "second to p1.test",
                        "this server is a source bridgehead of second, one of 2 ways that cost the same",
                        "second (5): taken: on the cheapest path", "first (5): open, and not on the path taken"),
                new Case("its own, also when a colleague handed over", twoRoads(), Mail.of("b2", "p1").handedOverBy("b1"), "second to p1.test"));
    }

    static Stream<Case> handOver() {
        return Stream.of(
                new Case("its own link down: to a colleague", oneRoad().down("Berlin", "to Paris", "b1"), Mail.of("b1", "p1"), "server b2.test",
                        "b2 is a source bridgehead of to Paris; this server's own link is down"),
                new Case("once only", oneRoad().down("Berlin", "to Paris", "b1"), Mail.of("b1", "p1").handedOverBy("b2"), "unreachable",
                        "this bridgehead's own link is down, and another has handed the message over already"),
                new Case("never back over another connector that is as cheap", twoRoads().down("Berlin", "second"),
                        Mail.of("b2", "p1").handedOverBy("b1"), "unreachable",
                        "this bridgehead's own link is down, and another has handed the message over already"),
                new Case("back to the bridgehead of a dearer one", twoRoads(9).down("Berlin", "second"), Mail.of("b2", "p1").handedOverBy("b1"),
                        "server b1.test", "second (-): down: no answer at b2", "first (9): taken: on the cheapest path"),
                new Case("from one that is no bridgehead it is not handed over yet", oneRoad().down("Berlin", "to Paris", "b1"),
                        Mail.of("b1", "p1").handedOverBy("b3"), "server b2.test"),
                new Case("from another group neither", oneRoad().down("Berlin", "to Paris", "b1"), Mail.of("b1", "p1").handedOverBy("p1"),
                        "server b2.test"),
                new Case("a colleague in contact with the master is preferred", anyServer().down("Berlin", "Berlin-Paris", "b1").absent("b2"),
                        Mail.of("b1", "p1"), "server b3.test"),
                new Case("no source bridgehead named: any server of the group", anyServer(), Mail.of("b3", "p1"), "Berlin-Paris to p1.test",
                        "this server is a source bridgehead of Berlin-Paris"),
                new Case("the same for a way out", Country.of("Berlin", "b1", "b2")
                        .road("Berlin", exit("out").space("*", 1).smartHosts("out.test")).down("Berlin", "out", "b1"), Mail.of("b1", "example.com"),
                        "server b2.test"));
    }

    @Test
    void equallyCheapConnectorsShareTheLoad() {
        shares(twoRoads(), Mail.of("b3", "p1"), Set.of("server b1.test", "server b2.test"));
    }

    @Test
    void bridgeheadsShareTheLoad() {
        shares(oneRoad(), Mail.of("b3", "p1"), Set.of("server b1.test", "server b2.test"));
    }

    @Test
    void equallyCheapPathsShareTheLoad() {
        Country diamond = Country.of("Berlin", "b1").group("Lyon", "l1").group("Metz", "m1").group("Paris", "p1").road("Berlin", "Lyon", 10)
                .road("Berlin", "Metz", 5).road("Lyon", "Paris", 10).road("Metz", "Paris", 15).road("Berlin", "Paris", 21);
        shares(diamond, Mail.of("b1", "p1"), Set.of("Berlin-Lyon to l1.test", "Berlin-Metz to m1.test"));
    }

    @Test
    void equallyCheapWaysOutShareTheLoad() {
        Country country = Country.of("Berlin", "b1").group("Paris", "p1").road("Berlin", "Paris", 10)
                .road("Berlin", exit("near").space("*", 30).smartHosts("near.test"))
                .road("Paris", exit("far").space("*", 20).smartHosts("far.test"))
                .road("Berlin", exit("dear").space("*", 31).smartHosts("dear.test"));
        shares(country, Mail.of("b1", "example.com"), Set.of("near to near.test", "Berlin-Paris to p1.test"));
    }

    @Test
    void targetsAreTriedInTurnAndShareTheLoad() {
        Country country = Country.of("Berlin", "b1").group("Paris", "p1", "p2").road("Berlin", "Paris", 1);
        shares(country, Mail.of("b1", "p1"), Set.of("Berlin-Paris to p1.test, p2.test", "Berlin-Paris to p2.test, p1.test"));
    }

    private static void shares(Country country, Mail mail, Set<String> expected) {
        RouteTable table = RouteTable.of(country.map(), mail.question().from(), new Random(1));
        Map<String, Integer> counts = new TreeMap<>();
        IntStream.range(0, OFTEN).forEach(i -> counts.merge(Case.text(table.route(mail.question())), 1, Integer::sum));
        assertEquals(expected, counts.keySet());
        counts.forEach((route, count) -> assertEquals(OFTEN / (double) expected.size(), count, OFTEN / 10.0, route));
    }

    private static Country oneRoad() {
        return Country.of("Berlin", "b1", "b2", "b3").group("Paris", "p1").road("Berlin", link("to Paris", 5).from("b1", "b2").to("Paris", "p1"));
    }

    private static Country twoRoads() {
        return twoRoads(5);
    }

    private static Country twoRoads(int first) {
        return Country.of("Berlin", "b1", "b2", "b3").group("Paris", "p1").road("Berlin", link("first", first).from("b1").to("Paris", "p1"))
                .road("Berlin", link("second", 5).from("b2").to("Paris", "p1"));
    }

    private static Country anyServer() {
        return Country.of("Berlin", "b1", "b2", "b3").group("Paris", "p1").road("Berlin", "Paris", 5);
    }
}
