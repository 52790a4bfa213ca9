package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.categorizer.Categorizer;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Address;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.MessageId;
import org.waypost.mail.Recipient;
import org.waypost.mail.Recipient.Progress;
import org.waypost.mail.Recipient.State;
import org.waypost.queue.QueueState;
import org.waypost.routing.NextHop;
import org.waypost.routing.Router;
import org.waypost.routing.Router.Route;
import org.waypost.spool.Change;

/** The way of messages through the stages. */
class FlowTest {
    @TempDir
    Path folder;
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
        rig.run();
    }

    @Test
    void aLocalMessageIsDeliveredAndRemoved() {
        MessageId id = rig.send("alice@here.example");

        assertEquals("alice", rig.maildir.tried().get(0).targets().get(0).mailbox());
        assertTrue(rig.isDone(id));
        assertEquals(0, rig.memory.contents());
        assertEquals(List.of("alice@here.example local:maildir DELIVERED 2.0.0 PT0S"), rig.events.outcomes());
    }

    @Test
    void recipientsOfOneNextHopShareADelivery() {
        MessageId id = rig.send("a@one.example", "b@two.example", "c@one.example", "d@here.example");

        assertEquals(List.of(2, 1), rig.smtp.tried().stream().map(delivery -> delivery.targets().size()).toList());
        assertEquals(1, rig.maildir.tried().size());
        assertTrue(rig.isDone(id));
    }

    @Test
    void whatWasAcceptedBeforeIsFoundAtTheStart() {
        rig.spool.go();
        MessageId id = rig.send("alice@here.example");
        assertFalse(rig.isDone(id));

        rig.restart();

        assertTrue(rig.isDone(id));
    }

    @Test
    void aMessageWaitsInThePreCategorizationQueueWhileTheCategorizerIsAway() {
        Categorizer good = rig.categorizer;
        rig.categorizer = (message, recipients) -> CompletableFuture.failedStage(new IllegalStateException("directory down"));
        MessageId id = rig.send("alice@here.example");

        assertEquals("categorize", rig.place(id));
        assertEquals(QueueState.RETRY, rig.status("categorize").state());
        assertEquals("directory down", rig.status("categorize").lastReason());
        assertEquals(Optional.of(rig.clock.instant().plusSeconds(60)), rig.status("categorize").nextRetry());

        rig.categorizer = good;
        rig.pass(Duration.ofSeconds(59));
        assertEquals("categorize", rig.place(id));
        rig.pass(Duration.ofSeconds(1));
        assertTrue(rig.isDone(id));
    }

    @Test
    void aCategorizerThatCanAnswerAgainIsAskedAtOnce() {
        Categorizer good = rig.categorizer;
        rig.categorizer = (message, recipients) -> CompletableFuture.failedStage(new IllegalStateException("directory down"));
        MessageId id = rig.send("alice@here.example");
        rig.categorizer = good;
        rig.run();
        assertEquals("categorize", rig.place(id));

        rig.engine.categorizerChanged();
        rig.run();

        assertTrue(rig.isDone(id));
    }

    @Test
    void whatIsKnownDoesNotWaitForWhatHasToBeLookedUp() {
        rig.settings = new QueueSettings("h", rig.settings.retrySchedule(), Duration.ofDays(2), Duration.ZERO, 20, 20, 100, 2_000, 30);
        Categorizer good = rig.categorizer;
        rig.categorizer = (message, recipients) -> recipients.get(0).address().local().equals("slow")
                ? new CompletableFuture<>() : good.categorize(message, recipients);
        for (int i = 0; i < 999; i++) {
            rig.send("slow@here.example");
        }
        MessageId among = rig.send("alice@here.example");
        assertTrue(rig.isDone(among), "there is room for one more");

        rig.send("slow@here.example");
        MessageId behind = rig.send("alice@here.example");
        assertFalse(rig.isDone(behind), "questions are bounded");
        rig.pass(Duration.ofSeconds(2));
        assertTrue(rig.isDone(behind), "slow ones do not hold up the others for long");
    }

    @Test
    void aCategorizerWithTooFewVerdictsIsAskedAgain() {
        rig.categorizer = (message, recipients) -> CompletableFuture.completedStage(List.of());
        MessageId id = rig.send("alice@here.example");

        assertEquals("categorize", rig.place(id));
        assertEquals(QueueState.RETRY, rig.status("categorize").state());
    }

    @Test
    void whatHasNoRouteIsUnreachableAndRoutedAgain() {
        Router good = rig.router;
        rig.router = (message, address, server) -> CompletableFuture.completedStage(new Route.Unreachable("all connectors down"));
        MessageId id = rig.send("a@one.example");

        assertEquals("unreachable", rig.place(id));
        assertEquals("all connectors down", rig.status("unreachable").lastReason());

        rig.router = good;
        rig.engine.routesChanged();
        rig.run();
        assertTrue(rig.isDone(id));
    }

    @Test
    void routesThatChangeMoveWhatWaitsForTheOldHop() {
        rig.smtp.isDown("no answer");
        MessageId id = rig.send("a@one.example");
        assertEquals("smtp:one.example", rig.place(id));

        rig.smtp.isUp();
        rig.router = (message, address, server) ->
                CompletableFuture.completedStage(new Route.Via(new NextHop.SmartHost("smart.example", 25, false, "")));
        rig.engine.routesChanged();
        rig.run();

        assertTrue(rig.isDone(id));
        assertEquals("smtp:smart.example:25", rig.smtp.tried().get(1).hop().queue());
    }

    @Test
    void aMessageForLaterIsScheduled() {
        Progress later = new Progress(State.WAITING, 0, rig.clock.instant().plusSeconds(3600), false, false, "");
        Recipient recipient = EngineRig.recipients(Set.of(), "a@one.example").get(0).with(later);
        MessageId id = rig.accept(rig.message("sender@example.org"), List.of(recipient));

        assertEquals("deferred", rig.place(id));
        assertEquals(QueueState.SCHEDULED, rig.status("deferred").state());
        rig.pass(Duration.ofMinutes(59));
        assertEquals("deferred", rig.place(id));
        rig.pass(Duration.ofMinutes(1));
        assertTrue(rig.isDone(id));
    }

    @Test
    void anExpansionIsStoredBeforeTheFirstDelivery() {
        rig.aliases.put("team@here.example", List.of("alice@here.example", "bob@one.example"));
        rig.maildir.waits();
        rig.smtp.isDown("no answer");
        MessageId id = rig.send("team@here.example");

        List<Recipient> rows = rig.stored(id).recipients();
        assertEquals(List.of(State.EXPANDED, State.WAITING, State.WAITING),
                rows.stream().map(row -> row.progress().state()).toList());
        assertEquals(List.of(-1, 0, 0), rows.stream().map(Recipient::parent).toList());
        assertEquals(Optional.of("rfc822;team@here.example"), rows.get(1).original());

        rig.restart();
        assertEquals(3, rig.maildir.tried().size() + rig.smtp.tried().size(), "the members, not the alias, are loaded again");
    }

    @Test
    void anAliasThatLeadsInACircleIsRefused() {
        rig.aliases.put("one@here.example", List.of("two@here.example"));
        rig.aliases.put("two@here.example", List.of("one@here.example"));
        MessageId id = rig.send("one@here.example");

        assertTrue(rig.isDone(id));
        assertTrue(rig.events.outcomes().get(0).startsWith("two@here.example categorize FAILED 5.4.6"));
    }

    @Test
    void nobodyGetsTwoCopiesThroughAnAlias() {
        rig.aliases.put("team@here.example", List.of("alice@here.example", "bob@here.example"));
        rig.send("team@here.example", "alice@here.example");

        assertEquals(2, rig.maildir.delivered().size());
        assertEquals(0, rig.memory.size());
    }

    @Test
    void resultsThatArePendingTogetherShareOneSync() {
        rig.maildir.waits();
        for (int i = 0; i < 10; i++) {
            rig.send("alice@here.example");
        }
        int before = rig.spool.applied().size();

        rig.maildir.finishAll();
        rig.run();

        assertEquals(1, rig.spool.applied().size() - before);
        assertEquals(0, rig.memory.size());
    }

    @Test
    void connectionsToOneHopAreBoundedAndHopsTakeTurns() {
        rig.smtp.waits();
        for (int i = 0; i < 30; i++) {
            rig.send("a@one.example");
        }
        rig.send("a@two.example");

        assertEquals(21, rig.smtp.running());
        assertEquals(20, rig.status("smtp:one.example").active());
        assertEquals(QueueState.ACTIVE, rig.status("smtp:two.example").state());
        rig.smtp.isUp();
        rig.smtp.finishAll();
        rig.run();
        assertEquals(31, rig.smtp.delivered().size());
    }

    @Test
    void whatDoesNotFitInMemoryWaitsInTheSpoolAndIsSeen() {
        rig.settings = new QueueSettings("h", rig.settings.retrySchedule(), Duration.ofDays(2), Duration.ZERO, 20, 20, 100, 5, 30);
        rig.maildir.waits();
        MessageId last = null;
        for (int i = 0; i < 12; i++) {
            last = rig.send("alice@here.example");
        }

        assertEquals(7, rig.status("submission").messages());
        assertEquals("submission", rig.place(last));
        for (int i = 0; i < 12; i++) {
            rig.maildir.finishAll();
            rig.run();
        }
        assertEquals(12, Set.copyOf(rig.maildir.delivered()).size());
        assertEquals(12, rig.maildir.delivered().size());
        assertEquals(0, rig.memory.size());
    }

    @Test
    void aPartOfTheRecipientsIsDoneAndTheOthersGoOn() {
        rig.smtp.answers(delivery -> new DeliveryResult.Done(delivery.targets().stream()
                .map(target -> new Outcome(target.recipient().address().equals(Address.of("b@one.example"))
                        ? Outcome.Kind.DEFERRED : Outcome.Kind.DELIVERED,
                        EnhancedStatus.of("4.2.2"), "full", "", false)).toList()));
        MessageId id = rig.send("a@one.example", "b@one.example");

        List<Recipient> rows = rig.stored(id).recipients();
        assertEquals(List.of(Address.of("b@one.example")), rows.stream().map(Recipient::address).toList());
        assertEquals(new Progress(State.WAITING, 1, rig.clock.instant().plusSeconds(60), false, false, "full"),
                rows.get(0).progress());
        assertTrue(rig.spool.applied().stream().flatMap(List::stream).noneMatch(Change.RemoveMessage.class::isInstance));
    }
}
