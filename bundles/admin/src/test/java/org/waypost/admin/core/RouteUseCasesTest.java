package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.ConnectorView;
import org.waypost.admin.ConnectorView.State;
import org.waypost.admin.RouteAdmin.RouteRequest;
import org.waypost.admin.RouteAdmin.Row;
import org.waypost.admin.RouteAdmin.Table;
import org.waypost.directory.Recipients;
import org.waypost.directory.Search;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.mail.Address;
import org.waypost.routing.NextHop;
import org.waypost.routing.RouteExplainer;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.RouteExplanation.Hop;
import org.waypost.routing.RouteQuestion;
import org.waypost.routing.Router.Route;
import org.waypost.service.Gate;
import org.waypost.testkit.directory.MemoryDirectory;
import org.waypost.topology.Connector.Priority;

class RouteUseCasesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final RouteRequest PLAIN = new RouteRequest(Optional.empty(), "bob@Example.NET.", Optional.empty(), Optional.empty(), 7,
            Priority.HIGH, NOW, Optional.empty(), Optional.empty());

    private final RecordedEvents events = new RecordedEvents();
    private final Gate<RouteExplainer> gate = new Gate<>("routing", Duration.ofMillis(20), 10, Runnable::run);
    private final Gate<Recipients> recipients = new Gate<>("recipients", Duration.ofMillis(20), 10, Runnable::run);
    private final RouteUseCases admin = new RouteUseCases(gate, recipients, events, InstantSource.fixed(NOW), Duration.ofSeconds(2));
    private final Explainer explainer = new Explainer();

    @Test
    void aQuestionIsPutAsAsked() {
        gate.bind(explainer);
        ok(admin.explain(PLAIN));
        ok(admin.explain(new RouteRequest(Optional.of("al@example.com"), "bob@bücher.example", Optional.of("S1"), Optional.of("N2"), 0,
                Priority.LOW, NOW, Optional.of("n1"), Optional.empty())));
        assertEquals(List.of(
                new RouteQuestion("n1", true, Set.of(), "example.net", Optional.empty(), 7, Priority.HIGH, NOW, Optional.empty()),
                new RouteQuestion("n2", false, Set.of("cn=al@example.com"), "xn--bcher-kva.example", Optional.of("s1"), 0, Priority.LOW, NOW,
                        Optional.of("n1"))), explainer.asked);
    }

    @Test
    void theDirectoryNamesTheServerOfARecipient() {
        gate.bind(explainer);
        MemoryDirectory directory = new MemoryDirectory();
        recipients.bind(directory);
        directory.add("uid=bob," + directory.base(Search.Role.DOMAIN), "objectClass: inetOrgPerson", "objectClass: waypostRecipient",
                "cn: Bob", "sn: B", "uid: bob", "proxyAddresses: SMTP:bob@example.net",
                "msExchHomeServerName: /o=Example/ou=First/cn=Configuration/cn=Servers/cn=S1");
        ok(admin.explain(new RouteRequest(Optional.empty(), "bob@example.net", Optional.empty(), Optional.empty(), 0, Priority.NORMAL, NOW,
                Optional.empty(), Optional.empty())));
        assertEquals(Optional.of("s1"), explainer.asked.get(0).server());
    }

    @Test
    void whatIsMistypedIsNamed() {
        gate.bind(explainer);
        assertTrue(reason(admin.explain(request("bob", Optional.empty(), Optional.empty(), Optional.empty()))).contains("\"bob\" is no address"));
        assertTrue(reason(admin.explain(request("bob@-", Optional.empty(), Optional.empty(), Optional.empty()))).contains("\"-\" is no domain"));
        Optional<String> nobody = Optional.of("x9");
        List.of(request("bob@example.net", nobody, Optional.empty(), Optional.empty()),
                request("bob@example.net", Optional.empty(), nobody, Optional.empty()),
                request("bob@example.net", Optional.empty(), Optional.empty(), nobody))
                .forEach(request -> assertTrue(reason(admin.explain(request)).startsWith("No routing group has a server x9;")));
        assertEquals(List.of(), explainer.asked);
        assertEquals(Answer.Cause.UNKNOWN, ((Answer.Refused<?>) admin.explain(request("bob@example.net", nobody, nobody, nobody))).cause());
        assertTrue(reason(admin.table(0)).contains("from 1 to 10000"));
    }

    @Test
    void aMapFromAFileServesInsteadOfThePresentOne() {
        gate.bind(explainer);
        assertTrue(reason(admin.explain(new RouteRequest(Optional.empty(), "b@example.net", Optional.empty(), Optional.empty(), 0,
                Priority.NORMAL, NOW, Optional.empty(), Optional.of(OrganizationMap.EMPTY)))).startsWith("There are no routing groups"));
        assertEquals(List.of(), ok(admin.connectors(Optional.of(OrganizationMap.EMPTY))));
        assertEquals(3, ok(admin.connectors(Optional.empty())).size());
    }

    @Test
    void theTableHasARowForEachGroupAndSpace() {
        gate.bind(explainer);
        Table table = ok(admin.table(100));
        assertEquals(List.of("East ", "South s1"), table.groups().stream().map(row -> row.to() + " " + row.sample()).toList());
        assertEquals(Optional.empty(), table.groups().get(0).total());
        assertInstanceOf(Route.Unreachable.class, table.groups().get(0).route());
        assertEquals(Optional.of(10), table.groups().get(1).total());
        assertEquals(List.of("* example.invalid", "*.example.com any1.example.com", "example.com example.com"),
                table.spaces().stream().map(row -> row.to() + " " + row.sample()).toList());
        assertFalse(table.more());
        Table less = ok(admin.table(3));
        assertEquals(List.of("East", "South", "*"), Stream.concat(less.groups().stream(), less.spaces().stream())
                .map(Row::to).toList());
        assertTrue(less.more());
    }

    @Test
    void aTableThatTakesLongHasTheRowsThatWereMade() {
        gate.bind(explainer);
        AtomicInteger looks = new AtomicInteger();
        RouteUseCases slow = new RouteUseCases(gate, recipients, events, () -> NOW.plusSeconds(looks.getAndIncrement()), Duration.ofSeconds(2));
        Table table = ok(slow.table(100));
        assertEquals(List.of(2, 0), List.of(table.groups().size(), table.spaces().size()));
        assertTrue(table.more());
    }

    @Test
    void connectorsShowNamesAndState() {
        gate.bind(explainer);
        List<ConnectorView> all = ok(admin.connectors(Optional.empty()));
        assertEquals(List.of("North Internet", "North To South", "South Local"),
                all.stream().map(view -> view.group() + " " + view.name()).toList());
        assertEquals(List.of(new ConnectorView.Source("n1", State.NOT_MEASURED, ""), new ConnectorView.Source("n2", State.NOT_MEASURED, "")),
                all.get(0).sources());
        assertEquals(List.of(new ConnectorView.Source("n1", State.UP, ""), new ConnectorView.Source("n2", State.DOWN, "421 later")),
                all.get(1).sources());
        assertEquals(List.of("s1", "unknown server " + TwoGroups.id(99)), all.get(1).targets());
        assertEquals(List.of("South", "unknown routing group " + TwoGroups.id(9)), all.get(1).targetGroups());
    }

    @Test
    void aServerWithoutRoutingIsToldWhatToDo() {
        String reason = reason(admin.explain(PLAIN));
        assertEquals(Answer.Cause.AWAY, ((Answer.Refused<?>) admin.table(10)).cause());
        assertTrue(reason.startsWith("The routing is stopped or being replaced") && reason.contains("etc/org.waypost.directory.cfg"), reason);
    }

    private static RouteRequest request(String to, Optional<String> server, Optional<String> from, Optional<String> previous) {
        return new RouteRequest(Optional.empty(), to, server, from, 0, Priority.NORMAL, NOW, previous, Optional.empty());
    }

    private static <T> T ok(Answer<T> answer) {
        return ((Answer.Ok<T>) assertInstanceOf(Answer.Ok.class, answer, answer.toString())).value();
    }

    private static String reason(Answer<?> answer) {
        return assertInstanceOf(Answer.Refused.class, answer).reason();
    }

    /** Server n1 of {@link TwoGroups}, which sends all over one connector. */
    private static final class Explainer implements RouteExplainer {
        private final List<RouteQuestion> asked = new ArrayList<>();

        @Override
        public OrganizationMap map() {
            return TwoGroups.MAP;
        }

        @Override
        public String server() {
            return "n1";
        }

        @Override
        public RouteExplanation explain(OrganizationMap map, RouteQuestion question) {
            asked.add(question);
            return new RouteExplanation(new Route.Via(new NextHop.Domain(question.domain())), "because",
                    List.of(new Hop("North", "To South", "South", 10)), List.of());
        }

        @Override
        public CompletionStage<Set<String>> listed(OrganizationMap map, Optional<Address> sender) {
            return CompletableFuture.completedStage(sender.map(address -> Set.of("cn=" + address)).orElse(Set.of()));
        }
    }
}
