package org.waypost.route;

import static org.waypost.route.Country.exit;
import static org.waypost.route.Country.link;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Organizations in which something points to what is not there, and the forms of smart hosts. */
class DefectCasesTest {
    @ParameterizedTest
    @MethodSource({"defects", "smartHosts"})
    void routes(Case one) {
        one.check();
    }

    static Stream<Case> defects() {
        return Stream.of(
                new Case("all source bridgeheads are gone", between(link("gone", 1).from("x1").to("Paris", "p1")), Mail.of("b1", "p1"),
                        "Berlin-Paris to p1.test", "gone (-): none of its source bridgeheads is a server of the group"),
                new Case("one source bridgehead is gone", between(link("part", 1).from("x1", "b1").to("Paris", "p1")), Mail.of("b1", "p1"),
                        "part to p1.test"),
                new Case("a target bridgehead is gone", between(link("part", 1).to("Paris", "x1", "p1")), Mail.of("b1", "p1"), "part to p1.test"),
                new Case("all target bridgeheads are gone", between(link("gone", 1).to("Paris", "x1")), Mail.of("b1", "p1"),
                        "Berlin-Paris to p1.test"),
                new Case("a target bridgehead of another group", between(link("astray", 1).to("Paris", "b1")), Mail.of("b1", "p1"),
                        "Berlin-Paris to p1.test"),
                new Case("the target group is gone", between(link("gone", 1).to("Atlantis", "p1")), Mail.of("b1", "p1"), "Berlin-Paris to p1.test"),
                new Case("to its own group", between(link("round", 1).to("Berlin", "b1")), Mail.of("b1", "p1"), "Berlin-Paris to p1.test"),
                new Case("a server in no group, to one in a group", between(link("x", 1).to("Paris", "p1")), Mail.of("x1", "p1"), "unreachable",
                        "this server, x1, is in no routing group"),
                new Case("a server in no group, out", between(link("x", 1).to("Paris", "p1")), Mail.of("x1", "example.com"), "mx example.com",
                        "this server is in no routing group, and no address space matches"),
                new Case("a previous server that is gone", between(link("near", 1).to("Paris", "p1")), Mail.of("b1", "p1").handedOverBy("x1"),
                        "near to p1.test"));
    }

    static Stream<Case> smartHosts() {
        return Stream.of(
                new Case("a name", out("relay.test"), Mail.of("b1", "example.com"), "out to relay.test"),
                new Case("an address and a port", out("[127.0.1.9]:2525"), Mail.of("b1", "example.com"), "out to [127.0.1.9]:2525"),
                new Case("a name with its mail exchangers", out("mx:relay.test"), Mail.of("b1", "example.com"), "out to mx relay.test"),
                new Case("several, in the order they are named", out("one.test", "two.test:587"), Mail.of("b1", "example.com"),
                        "out to one.test, two.test:587"));
    }

    private static Country between(Road road) {
        return Country.of("Berlin", "b1").group("Paris", "p1").road("Berlin", road).road("Berlin", "Paris", 9);
    }

    private static Country out(String... smartHosts) {
        return Country.of("Berlin", "b1").road("Berlin", exit("out").space("*", 1).smartHosts(smartHosts));
    }
}
