package org.waypost.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.waypost.route.Country.link;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mail between servers of the organization. */
class InsideCasesTest {
    @ParameterizedTest
    @MethodSource("cases")
    void routes(Case one) {
        one.check();
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("a member of the same group is reached directly", triangle(), Mail.of("b1", "b2"), "server b2.test",
                        "b2 is in the same routing group"),
                new Case("the cheapest path, though it has more hops", triangle(), Mail.of("b1", "p1"), "Berlin-Lyon to l1.test",
                        "this server is a source bridgehead of Berlin-Lyon", "path: Berlin, Berlin-Lyon, Lyon, 10",
                        "path: Lyon, Lyon-Paris, Paris, 20", "Berlin-Lyon (10): taken: on the cheapest path",
                        "Berlin-Paris (50): open, and not on the path taken"),
                new Case("the dearer path when a link of the cheapest is down", triangle().down("Lyon", "Lyon-Paris"), Mail.of("b1", "p1"),
                        "Berlin-Paris to p1.test", "Lyon-Paris (-): down: no answer at l1", "Berlin-Paris (50): taken: on the cheapest path"),
                new Case("back to the cheapest path when it is up again", triangle().down("Lyon", "Lyon-Paris").up("Lyon", "Lyon-Paris"),
                        Mail.of("b1", "p1"), "Berlin-Lyon to l1.test", "Lyon-Paris (20): taken: on the cheapest path"),
                new Case("no path that is up", triangle().down("Berlin", "Berlin-Lyon").down("Berlin", "Berlin-Paris"), Mail.of("b1", "p1"),
                        "unreachable", "no path to routing group Paris is up and takes this message", "Berlin-Paris (-): down: no answer at b1; no answer at b2"),
                new Case("a server that the organization does not have", triangle(), Mail.of("b1", "x1"), "unreachable",
                        "there is no server x1 in the organization"),
                new Case("one way is no way back", triangle(), Mail.of("p1", "b1"), "unreachable",
                        "no path to routing group Berlin is up and takes this message"),
                new Case("a server that is no source bridgehead goes to one", oneBridgehead(), Mail.of("b2", "p1"), "server b1.test",
                        "b1 is a source bridgehead of to Paris", "path: Berlin, to Paris, Paris, 5"));
    }

    @Test
    void aTableFollowsItsLinks() {
        Mail mail = Mail.of("b1", "p1");
        RouteTable table = RouteTable.of(triangle().map(), "b1", new Random(1));
        RouteTable down = table.with(triangle().down("Lyon", "Lyon-Paris").map());
        RouteTable up = down.with(triangle().map());
        assertEquals(List.of("Berlin-Lyon to l1.test", "Berlin-Paris to p1.test", "Berlin-Lyon to l1.test"),
                Stream.of(table, down, up).map(one -> Case.text(one.route(mail.question()))).toList());
    }

    @Test
    void aTableFollowsItsConnectors() {
        RouteTable table = RouteTable.of(triangle().map(), "b1", new Random(1)).with(triangle().road("Berlin", link("new", 3).to("Paris", "p1")).map());
        assertEquals("new to p1.test", Case.text(table.route(Mail.of("b1", "p1").question())));
    }

    private static Country triangle() {
        return Country.of("Berlin", "b1", "b2").group("Lyon", "l1").group("Paris", "p1")
                .road("Berlin", "Lyon", 10).road("Lyon", "Paris", 10).road("Berlin", "Paris", 50);
    }

    private static Country oneBridgehead() {
        return Country.of("Berlin", "b1", "b2").group("Paris", "p1").road("Berlin", link("to Paris", 5).from("b1").to("Paris", "p1"));
    }
}
