package org.waypost.route;

import static org.waypost.route.Country.exit;
import static org.waypost.route.Country.link;

import java.util.BitSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waypost.topology.Connector.Priority;
import org.waypost.topology.Schedule;

/** Connectors that do not take everything, or not at all times. */
class RuleCasesTest {
    /** Monday 00:00 to 00:15 UTC, when no test's message goes. */
    private static final Schedule AT_HOURS = hours(0);
    private static final long LIMIT = 2 * 1024;

    @ParameterizedTest
    @MethodSource({"senders", "content", "sizes", "hopeless", "waiting", "schedules"})
    void routes(Case one) {
        one.check();
    }

    static Stream<Case> senders() {
        Country refusing = twoWays(link("near", 1).refuses("cn=bob"));
        Country both = twoWays(link("near", 1).allows("cn=bob").refuses("cn=staff"));
        return Stream.of(
                new Case("a connector that refuses the sender is absent", refusing, Mail.of("b1", "p1").by("cn=bob"), "far to p1.test",
                        "near (-): the sender may not use it", "far (9): taken: on the cheapest path"),
                new Case("others may use it", refusing, Mail.of("b1", "p1"), "near to p1.test"),
                new Case("one that allows others is absent", twoWays(link("near", 1).allows("cn=bob")), Mail.of("b1", "p1"), "far to p1.test",
                        "near (-): the sender may not use it"),
                new Case("a sender that it allows", both, Mail.of("b1", "p1").by("cn=bob"), "near to p1.test"),
                new Case("refused wins over allowed", both, Mail.of("b1", "p1").by("cn=bob", "cn=staff"), "far to p1.test",
                        "near (-): the sender may not use it"),
                new Case("the null reverse-path passes sender rules", both, Mail.of("b1", "p1").system(), "near to p1.test",
                        "near (1): taken: on the cheapest path"),
                new Case("also behind the first hop", Country.of("Berlin", "b1").group("Lyon", "l1").group("Paris", "p1").road("Berlin", "Lyon", 1)
                        .road("Berlin", "Paris", 9).road("Lyon", link("refusing", 1).to("Paris", "p1").refuses("cn=ann")), Mail.of("b1", "p1"),
                        "Berlin-Paris to p1.test", "refusing (-): the sender may not use it"),
                new Case("an absent connector's space does not hide a less specific one", twoExits("cn=ann"), Mail.of("b1", "example.com"),
                        "wide to wide.test", "narrow (-): address space example.com: the sender may not use it"));
    }

    static Stream<Case> content() {
        return Stream.of(
                new Case("a priority that it does not take", twoWays(link("near", 1).priorities(Priority.HIGH)), Mail.of("b1", "p1"),
                        "far to p1.test", "near (-): it does not take messages of this type or priority"),
                new Case("one that it takes", twoWays(link("near", 1).priorities(Priority.HIGH)), Mail.of("b1", "p1").priority(Priority.HIGH),
                        "near to p1.test"),
                new Case("no system messages", twoWays(link("near", 1).noSystem()), Mail.of("b1", "p1").system(), "far to p1.test",
                        "near (-): it does not take messages of this type or priority"));
    }

    static Stream<Case> sizes() {
        return Stream.of(
                new Case("exactly at the limit passes", twoWays(link("near", 1).upTo(LIMIT)), Mail.of("b1", "p1").octets(LIMIT), "near to p1.test"),
                new Case("above it the connector is absent", twoWays(link("near", 1).upTo(LIMIT)), Mail.of("b1", "p1").octets(LIMIT + 1),
                        "far to p1.test", "near (-): the message is too large for it"),
                new Case("large mail never: absent for it", twoWays(link("near", 1).oversize(LIMIT, Schedule.NEVER)),
                        Mail.of("b1", "p1").octets(LIMIT + 1), "far to p1.test", "near (-): the message is too large for it"));
    }

    static Stream<Case> hopeless() {
        return Stream.of(
                new Case("only size stands in the way", oneWay(link("only", 1).upTo(LIMIT)), Mail.of("b1", "p1").octets(LIMIT + 1), "5.2.3",
                        "The message is too large for every connector that leads there: "
                                + "no path to routing group Paris is up and takes this message", "only (-): the message is too large for it"),
                new Case("only size, on the way out", oneExit(LIMIT), Mail.of("b1", "example.com").octets(LIMIT + 1), "5.2.3",
                        "only (-): address space *: the message is too large for it"),
                new Case("exactly at the limit, on the way out", oneExit(LIMIT), Mail.of("b1", "example.com").octets(LIMIT), "only to only.test"),
                new Case("only the sender rule stands in the way", oneWay(link("only", 1).refuses("cn=ann")), Mail.of("b1", "p1"), "5.7.1",
                        "The sender may not use the connectors that lead there: no path to routing group Paris is up and takes this message",
                        "only (-): the sender may not use it"),
                new Case("size and sender rule together are neither", oneWay(link("only", 1).refuses("cn=ann").upTo(LIMIT)),
                        Mail.of("b1", "p1").octets(LIMIT + 1), "unreachable", "only (-): the sender may not use it"));
    }

    static Stream<Case> waiting() {
        Country country = twoWays(link("near", 1).upTo(LIMIT).refuses("cn=bob")).down("Berlin", "far");
        return Stream.of(
                new Case("too large for what is up, not for what is down", country, Mail.of("b1", "p1").octets(LIMIT + 1), "unreachable",
                        "near (-): the message is too large for it", "far (-): down: no answer at b1; no answer at b2"),
                new Case("refused by what is up, not by what is down", country, Mail.of("b1", "p1").by("cn=bob"), "unreachable",
                        "near (-): the sender may not use it", "far (-): down: no answer at b1; no answer at b2"),
                new Case("too large for all, though one is down", oneWay(link("only", 1).upTo(LIMIT)).down("Berlin", "only"),
                        Mail.of("b1", "p1").octets(LIMIT + 1), "5.2.3", "only (-): the message is too large for it"));
    }

    static Stream<Case> schedules() {
        return Stream.of(
                new Case("never: absent", twoWays(link("near", 1).open(Schedule.NEVER)), Mail.of("b1", "p1"), "far to p1.test",
                        "near (-): its schedule is \"never\""),
                new Case("outside its hours it is routed to", twoWays(link("near", 1).open(AT_HOURS)), Mail.of("b1", "p1"),
                        "near to p1.test at hours", "near (1): taken: on the cheapest path; closed at this time, the message waits there"),
                new Case("so when the remote side starts it", twoWays(link("near", 1).open(Schedule.REMOTE)), Mail.of("b1", "p1"),
                        "near to p1.test at the remote side's call"),
                new Case("large mail waits for its own hours", twoWays(link("near", 1).oversize(LIMIT, AT_HOURS)),
                        Mail.of("b1", "p1").octets(LIMIT + 1), "near to p1.test at hours, oversize",
                        "near (1): taken: on the cheapest path; closed at this time, the message waits there"),
                new Case("mail at that limit is not large", twoWays(link("near", 1).oversize(LIMIT, AT_HOURS)),
                        Mail.of("b1", "p1").octets(LIMIT), "near to p1.test", "near (1): taken: on the cheapest path"));
    }

    /** The near one that is given, and a far one that takes everything. */
    private static Country twoWays(Road near) {
        return oneWay(near).road("Berlin", link("far", 9).to("Paris", "p1"));
    }

    private static Country oneWay(Road road) {
        return Country.of("Berlin", "b1", "b2").group("Paris", "p1").road("Berlin", road.to("Paris", "p1"));
    }

    private static Country oneExit(long limit) {
        return Country.of("Berlin", "b1").road("Berlin", exit("only").space("*", 1).smartHosts("only.test").upTo(limit));
    }

    private static Country twoExits(String refused) {
        return Country.of("Berlin", "b1").road("Berlin", exit("narrow").space("example.com", 1).smartHosts("narrow.test").refuses(refused))
                .road("Berlin", exit("wide").space("*", 1).smartHosts("wide.test"));
    }

    private static Schedule hours(int quarter) {
        BitSet open = new BitSet();
        open.set(quarter);
        return Schedule.of(open);
    }
}
