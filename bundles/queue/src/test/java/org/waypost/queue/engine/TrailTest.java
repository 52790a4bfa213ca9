package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.tracking.TrackingKind.BAD_MAIL;
import static org.waypost.tracking.TrackingKind.CATEGORIZED;
import static org.waypost.tracking.TrackingKind.CATEGORIZE_DEFERRED;
import static org.waypost.tracking.TrackingKind.DEFERRED;
import static org.waypost.tracking.TrackingKind.DELETED;
import static org.waypost.tracking.TrackingKind.DELIVERED;
import static org.waypost.tracking.TrackingKind.DSN;
import static org.waypost.tracking.TrackingKind.EXPANDED;
import static org.waypost.tracking.TrackingKind.FAILED;
import static org.waypost.tracking.TrackingKind.LOCAL_DEFERRED;
import static org.waypost.tracking.TrackingKind.QUEUED_LOCAL;
import static org.waypost.tracking.TrackingKind.QUEUED_REMOTE;
import static org.waypost.tracking.TrackingKind.RECEIVED;
import static org.waypost.tracking.TrackingKind.ROUTE_DEFERRED;
import static org.waypost.tracking.TrackingKind.TRANSFERRED;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.categorizer.Categorizer;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Address;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.MessageId;
import org.waypost.queue.MessageFilter;
import org.waypost.routing.NextHop;
import org.waypost.routing.Router.Route;
import org.waypost.topology.Schedule;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;

/** What message tracking is told. */
class TrailTest {
    @TempDir
    Path folder;
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
        rig.run();
    }

    @Test
    void aRelayedMessageSaysEachStepAndWhoTookIt() {
        NextHop link = new NextHop.Link("to germany", Optional.of(new UUID(0, 1)),
                List.of(new NextHop.Host(Optional.empty(), "mx.example.net", 25, false, "")), Schedule.ALWAYS);
        rig.router = (message, address, server) -> CompletableFuture.completedStage(new Route.Via(link));
        rig.smtp.answers(delivery -> new DeliveryResult.Done(List.of(new Outcome(Outcome.Kind.PASSED_ON,
                EnhancedStatus.of("2.0.0"), "250 taken", "mx.example.net[192.0.2.9]", true, "192.0.2.9:25", "TLSv1.3 SUITE"))));
        MessageId id = rig.send("a@one.example");

        assertEquals(List.of(QUEUED_REMOTE, TRANSFERRED), rig.tracking.kinds(id));
        assertEquals("connector:to germany to germany", where(rig.tracking.only(QUEUED_REMOTE)));
        TrackingEvent end = rig.tracking.only(TRANSFERRED);
        assertEquals("connector:to germany to germany", where(end));
        assertEquals(List.of("mx.example.net", "192.0.2.9:25", "TLSv1.3 SUITE", "250 taken"),
                List.of(end.remoteHost(), end.remoteAddress(), end.tls(), end.text()));
        assertEquals(List.of(Address.of("a@one.example")), end.recipients());
        assertEquals(Optional.of(Address.of("sender@example.org")), end.sender());
        assertEquals(23, end.size());
        assertEquals("main", end.virtualServer());
    }

    @Test
    void aLocalOneIsDelivered() {
        MessageId id = rig.send("alice@here.example");
        assertEquals(List.of(QUEUED_LOCAL, DELIVERED), rig.tracking.kinds(id));
    }

    @Test
    void recipientsWithTheSameOutcomeAreInOneEvent() {
        rig.smtp.answers(TrailTest::refusingB);
        MessageId id = rig.send("a@one.example", "b@one.example", "c@one.example");

        assertEquals(List.of(QUEUED_REMOTE, TRANSFERRED, FAILED, DSN), rig.tracking.kinds(id));
        assertEquals(List.of(Address.of("a@one.example"), Address.of("c@one.example")),
                rig.tracking.events().get(1).recipients());
        assertEquals(List.of(Address.of("b@one.example")), rig.tracking.only(DSN).recipients());
    }

    @Test
    void aGroupIsExpandedAndItsMembersGoOn() {
        rig.aliases.put("team@here.example", List.of("alice@here.example", "bob@here.example"));
        MessageId id = rig.send("team@here.example");

        assertEquals(List.of(EXPANDED, QUEUED_LOCAL, DELIVERED), rig.tracking.kinds(id));
        assertEquals(List.of(Address.of("team@here.example")), rig.tracking.only(EXPANDED).recipients());
        assertEquals(2, rig.tracking.only(DELIVERED).recipients().size());
    }

    @Test
    void aCopyIsRelatedToItsMessage() {
        rig.verdicts.put("list@here.example", new Verdict.Bifurcate(Optional.of(Address.of("owner@here.example")),
                List.of(Address.of("alice@here.example"))));
        MessageId id = rig.send("list@here.example");

        assertEquals(List.of(EXPANDED), rig.tracking.kinds(id));
        MessageId copy = rig.tracking.only(EXPANDED).related().orElseThrow();
        assertEquals(List.of(QUEUED_LOCAL, DELIVERED), rig.tracking.kinds(copy));
    }

    @Test
    void aNotificationIsRelatedToWhatItIsAbout() {
        MessageId id = rig.send("nobody@here.example");

        assertEquals(List.of(FAILED, DSN), rig.tracking.kinds(id));
        assertEquals("No such user", rig.tracking.only(FAILED).text());
        MessageId dsn = rig.tracking.only(DSN).related().orElseThrow();
        assertEquals(List.of(RECEIVED, QUEUED_REMOTE, TRANSFERRED), rig.tracking.kinds(dsn));
        TrackingEvent received = rig.tracking.only(RECEIVED);
        assertEquals(List.of(Address.of("sender@example.org")), received.recipients());
        assertEquals(Optional.empty(), received.sender());
    }

    @Test
    void whatIsDeferredIsDeliveredLater() {
        rig.smtp.isDown("no answer");
        rig.maildir.gives(Outcome.Kind.DEFERRED, "4.2.2", "mailbox full");
        MessageId remote = rig.send("a@one.example");
        MessageId local = rig.send("alice@here.example");
        rig.smtp.isUp();
        rig.maildir.isUp();
        rig.pass(Duration.ofMinutes(2));

        assertEquals(List.of(QUEUED_REMOTE, DEFERRED, TRANSFERRED), rig.tracking.kinds(remote));
        assertEquals("no answer", rig.tracking.only(DEFERRED).text());
        assertEquals(List.of(QUEUED_LOCAL, LOCAL_DEFERRED, DELIVERED), rig.tracking.kinds(local));
    }

    @Test
    void stagesThatCannotFinishSayWhyAndTheWayIsMissedOnce() {
        Categorizer good = rig.categorizer;
        rig.categorizer = (message, recipients) -> CompletableFuture.failedStage(new IllegalStateException("directory away"));
        MessageId id = rig.send("a@one.example");
        assertEquals("directory away", rig.tracking.only(CATEGORIZE_DEFERRED).text());
        rig.categorizer = good;
        rig.router = (message, address, server) -> CompletableFuture.completedStage(new Route.Unreachable("no connector is up"));
        rig.pass(Duration.ofMinutes(30));
        assertEquals("no connector is up", rig.tracking.only(ROUTE_DEFERRED).text());
        rig.router = (message, address, server) -> CompletableFuture.completedStage(new Route.Via(new NextHop.Domain("one.example")));
        rig.engine.routesChanged();
        rig.run();

        assertEquals(List.of(CATEGORIZE_DEFERRED, CATEGORIZED, ROUTE_DEFERRED, QUEUED_REMOTE, TRANSFERRED), rig.tracking.kinds(id));
    }

    @Test
    void newRoutesThatLeadToTheSameHopAreNoNews() {
        rig.smtp.isDown("no answer");
        MessageId id = rig.send("a@one.example");
        List<TrackingKind> before = rig.tracking.kinds(id);
        rig.engine.routesChanged();
        rig.run();

        assertEquals(List.of(QUEUED_REMOTE, DEFERRED), before);
        assertEquals(before, rig.tracking.kinds(id));
    }

    @Test
    void deletionIsNoFailure() {
        rig.smtp.isDown("no answer");
        MessageId id = rig.send("a@one.example");
        rig.ask(rig.queue().delete(id, MessageFilter.ALL, false));

        assertEquals(List.of(QUEUED_REMOTE, DEFERRED, DELETED), rig.tracking.kinds(id));
        assertEquals("smtp:one.example", rig.tracking.only(DELETED).queue());
    }

    @Test
    void badmailSaysWhyAndWhere() {
        MessageId id = rig.sendBounce("nobody@here.example");

        assertEquals(List.of(FAILED, BAD_MAIL), rig.tracking.kinds(id));
        assertTrue(rig.tracking.only(BAD_MAIL).text().startsWith("5.1.1 No such user; kept as " + folder.resolve("badmail")));
    }

    @Test
    void nothingIsToldWhileTrackingIsOff() {
        rig.tracking.off();
        rig.smtp.answers(TrailTest::refusingB);
        rig.aliases.put("team@here.example", List.of("alice@here.example", "bob@here.example"));
        rig.send("a@one.example", "b@one.example", "team@here.example", "nobody@here.example");
        rig.sendBounce("nobody@here.example");

        assertEquals(List.of(), rig.tracking.events());
    }

    private static String where(TrackingEvent event) {
        return event.queue() + " " + event.connector();
    }

    private static DeliveryResult refusingB(Delivery delivery) {
        List<Outcome> outcomes = new ArrayList<>();
        delivery.targets().forEach(target -> outcomes.add(target.recipient().address().local().equals("b")
                ? new Outcome(Outcome.Kind.FAILED, EnhancedStatus.of("5.1.1"), "550 unknown", "mx", true)
                : new Outcome(Outcome.Kind.PASSED_ON, EnhancedStatus.of("2.0.0"), "250 ok", "mx", true)));
        return new DeliveryResult.Done(outcomes);
    }
}
