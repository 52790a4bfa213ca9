package org.waypost.route;

import static org.waypost.route.Country.exit;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mail out of the organization. */
class OutsideCasesTest {
    @ParameterizedTest
    @MethodSource({"specific", "patterns", "totals", "byMx"})
    void routes(Case one) {
        one.check();
    }

    static Stream<Case> specific() {
        return Stream.of(
                new Case("the most specific space, whatever it costs", partner(), Mail.of("b1", "partner.example"), "Berlin-Paris to p1.test",
                        "path: Berlin, Berlin-Paris, Paris, 90", "path: Paris, partner, partner.example, 190",
                        "partner (190): taken: address space partner.example: the cheapest",
                        "internet (-): address space *: its address space is less specific"),
                new Case("no fall-back when its group cannot be reached", partner().down("Berlin", "Berlin-Paris"),
                        Mail.of("b1", "partner.example"), "unreachable",
                        "no connector with the most specific address space partner.example is up and within reach",
                        "partner (-): address space partner.example: no path leads to its routing group",
                        "internet (-): address space *: its address space is less specific"),
                new Case("no fall-back when it is down", partner().down("Paris", "partner"), Mail.of("b1", "partner.example"), "unreachable",
                        "partner (-): address space partner.example: down: no answer at p1"),
                new Case("a less specific space for others", partner(), Mail.of("b1", "other.example"), "internet to relay.test",
                        "internet (1): taken: address space *: the cheapest"));
    }

    static Stream<Case> patterns() {
        return Stream.of(
                new Case("*.example.com matches example.com", exits(), Mail.of("b1", "example.com"), "below to below.test"),
                new Case("*.example.com matches what is below", exits(), Mail.of("b1", "a.b.example.com"), "below to below.test"),
                new Case("*.example.com does not match what ends alike", exits(), Mail.of("b1", "anexample.com"), "mx anexample.com",
                        "no connector of the organization has an address space for anexample.com, which goes to its mail exchangers"),
                new Case("example.net matches itself", exits(), Mail.of("b1", "example.net"), "itself to itself.test"),
                new Case("example.net matches nothing below", exits(), Mail.of("b1", "a.example.net"), "mx a.example.net"),
                new Case("itself is more specific than it and all below", exits(), Mail.of("b1", "both.example"), "whole to whole.test"),
                new Case("without regard to case and a dot at the end", exits(), Mail.of("b1", "Example.NET."), "itself to itself.test"));
    }

    static Stream<Case> totals() {
        return Stream.of(
                new Case("the total is the path's cost and the space's", twoExits(20, 29), Mail.of("b1", "example.com"), "near to near.test",
                        "near (29): taken: address space *: the cheapest", "far (30): address space *: dearer"),
                new Case("a connector's own cost does not count", twoExits(20, 31), Mail.of("b1", "example.com"), "Berlin-Paris to p1.test",
                        "far (30): taken: address space *: the cheapest", "near (31): address space *: dearer"));
    }

    static Stream<Case> byMx() {
        return Stream.of(
                new Case("a connector by MX is never down", byMxOnly().down("Berlin", "mx"), Mail.of("b1", "example.com"),
                        "mx to mx example.com", "mx (1): taken: address space *: the cheapest"),
                new Case("one with a smart host is", exits().down("Berlin", "itself"), Mail.of("b1", "example.net"), "unreachable",
                        "itself (-): address space example.net: down: no answer at b1"),
                new Case("between groups by MX: the recipient server's host", byMxOnly(), Mail.of("b1", "p1"), "mx to mx p1.test",
                        "this server is a source bridgehead of mx"),
                new Case("scope of its group: used in it", scoped(), Mail.of("b1", "example.com"), "own to own.test"),
                new Case("scope of its group: absent for others", scoped(), Mail.of("p1", "example.com"), "all to all.test",
                        "own (-): address space example.com: only servers of its own routing group may use its address spaces"));
    }

    private static Country partner() {
        return Country.of("Berlin", "b1").group("Paris", "p1").road("Berlin", "Paris", 90)
                .road("Berlin", exit("internet").space("*", 1).smartHosts("relay.test"))
                .road("Paris", exit("partner").space("partner.example", 100).smartHosts("partner.test"));
    }

    private static Country exits() {
        return Country.of("Berlin", "b1").road("Berlin", exit("below").space("*.example.com", 1).smartHosts("below.test"))
                .road("Berlin", exit("itself").space("example.net", 1).smartHosts("itself.test"))
                .road("Berlin", exit("part").space("*.both.example", 1).smartHosts("part.test"))
                .road("Berlin", exit("whole").space("both.example", 100).smartHosts("whole.test"));
    }

    private static Country twoExits(int far, int near) {
        return Country.of("Berlin", "b1").group("Paris", "p1").road("Berlin", "Paris", 10)
                .road("Berlin", exit("near", 50).space("*", near).smartHosts("near.test"))
                .road("Paris", exit("far", 100).space("*", far).smartHosts("far.test"));
    }

    private static Country byMxOnly() {
        return Country.of("Berlin", "b1").group("Paris", "p1").road("Berlin", exit("mx").to("Paris").space("*", 1));
    }

    private static Country scoped() {
        return Country.of("Berlin", "b1").group("Paris", "p1").road("Paris", "Berlin", 1)
                .road("Berlin", exit("own").space("example.com", 1).smartHosts("own.test").ofGroupOnly())
                .road("Paris", exit("all").space("*", 1).smartHosts("all.test"));
    }
}
