package org.waypost.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.waypost.route.Country.exit;
import static org.waypost.route.Country.id;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.ContentId;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Origin;
import org.waypost.route.service.MapRouter;
import org.waypost.routing.NextHop;
import org.waypost.routing.Router.Route;
import org.waypost.service.ServiceAwayException;
import org.waypost.testkit.time.ManualClock;

/** The router over the map in force. */
class MapRouterTest {
    private static final Origin OUTSIDE = new Origin("default", "192.0.2.1:4711", "ESMTP", "");

    private final ManualClock clock = new ManualClock();
    private final LinkNews news = new LinkNews();
    private final List<String> asked = new ArrayList<>();
    private final Country country = Country.of("First", "a1", "a2").group("Second", "b1").road("First", "Second", 10)
            .road("First", exit("open").space("*", 1).smartHosts("smart.test"))
            .road("First", exit("closed").space("secret.test", 1).smartHosts("vault.test").allows("cn=staff").from("a1"));
    private CompletionStage<Set<String>> answer = CompletableFuture.completedStage(Set.of());
    private final MapRouter router = new MapRouter(() -> Optional.of(news), (sender, dns) -> {
        asked.add(sender.orElseThrow() + " " + dns);
        return answer;
    }, clock, new Random(1));

    @BeforeEach
    void map() {
        router.take(country.map(), "a1");
    }

    @Test
    void mailGoesByTheMapThatWasTakenLast() {
        assertEquals("connector:First-Second", hop("x@our.test", Optional.of("b1")).queue());

        router.take(country.down("First", "First-Second").map(), "a1");
        assertInstanceOf(Route.Unreachable.class, route(message("ann@our.test", OUTSIDE), "x@our.test", Optional.of("b1")));
        router.take(country.up("First", "First-Second").map(), "a1");
        assertEquals("connector:First-Second", hop("x@our.test", Optional.of("b1")).queue());
    }

    @Test
    void listsAreAskedForWhoSentTheMessageInTheFirstPlace() {
        answer = CompletableFuture.completedStage(Set.of("cn=staff"));
        Origin copy = OUTSIDE.copied("ann@our.test");

        Route route = route(message("owner@our.test", copy), "x@secret.test", Optional.empty());
        assertEquals("connector:closed", ((Route.Via) route).hop().queue());
        assertEquals(List.of("ann@our.test [cn=staff]"), asked);
    }

    @Test
    void noConnectorTakesWhatItsRulesExcludeAndTheNullReversePathPasses() {
        assertEquals("connector:open", hop("x@secret.test", Optional.empty()).queue(), "absent for this sender");
        assertEquals(1, asked.size());
        Route route = route(message("", OUTSIDE), "x@secret.test", Optional.empty());
        assertEquals("connector:closed", ((Route.Via) route).hop().queue());
        assertEquals(1, asked.size());
    }

    @Test
    void anAnswerIsKeptForAMinuteAndAFailureNotAtAll() {
        answer = CompletableFuture.failedStage(new ServiceAwayException("away"));
        assertThrows(CompletionException.class, () -> hop("x@secret.test", Optional.empty()));
        answer = CompletableFuture.completedStage(Set.of("cn=staff"));
        assertEquals("connector:closed", hop("x@secret.test", Optional.empty()).queue());
        answer = CompletableFuture.completedStage(Set.of());
        clock.advance(Duration.ofSeconds(59));
        assertEquals("connector:closed", hop("x@secret.test", Optional.empty()).queue());
        clock.advance(Duration.ofSeconds(1));
        assertEquals("connector:open", hop("x@secret.test", Optional.empty()).queue());
    }

    @Test
    void aDomainInOtherLettersIsTheOneInAscii() {
        country.road("First", exit("bucher").space("xn--bcher-kva.test", 1).smartHosts("b.test"));
        router.take(country.map(), "a1");

        assertEquals("connector:bucher", hop("x@bücher.test", Optional.empty()).queue());
    }

    @Test
    void theServerThatHandedTheMessageOverIsNotSentItBack() {
        Country two = Country.of("First", "a1", "a2").group("Second", "b1").road("First", "Second", 10).down("First", "First-Second", "a1");
        router.take(two.map(), "a1");

        assertEquals("server:a2", hop("x@our.test", Optional.of("b1")).queue());
        Message handedOver = message("ann@our.test", new Origin("default", "192.0.2.1:4711", "ESMTPS", "", "", "a2"));
        assertInstanceOf(Route.Unreachable.class, route(handedOver, "x@our.test", Optional.of("b1")));
    }

    @Test
    void linkStateHearsOfConnectorsWithState() {
        NextHop connector = hop("x@our.test", Optional.of("b1"));
        NextHop colleague = hop("x@our.test", Optional.of("a2"));

        router.failed(connector, "no answer");
        router.reached(connector);
        router.failed(colleague, "no answer");
        router.failed(new NextHop.Domain("one.test"), "no answer");
        assertEquals(List.of("failed " + id("First-Second") + " no answer", "reached " + id("First-Second")), news.heard);
    }

    @Test
    void explanationsAreByAnyMap() {
        OrganizationMap other = Country.of("Third", "c1").road("Third", exit("way").space("*", 1)).map();

        assertEquals("connector:open", queue(router.explain(router.map(), Mail.of("a1", "x.test").question()).route()));
        assertEquals("connector:open", queue(router.explain(router.map(), Mail.of("a2", "x.test").question()).route()));
        assertEquals("connector:way:x.test", queue(router.explain(other, Mail.of("c1", "x.test").question()).route()));
        answer = CompletableFuture.completedStage(Set.of("cn=staff"));
        assertEquals(Set.of("cn=staff"), router.listed(router.map(), Optional.of(Address.of("ann@our.test"))).toCompletableFuture().join());
        assertEquals(Set.of(), router.listed(other, Optional.of(Address.of("ann@our.test"))).toCompletableFuture().join());
    }

    private NextHop hop(String recipient, Optional<String> server) {
        return ((Route.Via) route(message("ann@our.test", OUTSIDE), recipient, server)).hop();
    }

    private static String queue(Route route) {
        return ((Route.Via) route).hop().queue();
    }

    private Route route(Message message, String recipient, Optional<String> server) {
        return router.route(message, Address.of(recipient), server).toCompletableFuture().join();
    }

    private static Message message(String sender, Origin origin) {
        Optional<Address> path = sender.isEmpty() ? Optional.empty() : Optional.of(Address.of(sender));
        return new Message(new MessageId(1), new ContentId(1), 1_000, path, Instant.EPOCH, BodyType.SEVEN_BIT, false, Optional.empty(),
                Optional.empty(), origin);
    }
}
