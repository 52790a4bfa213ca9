package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Address;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.queue.QueueState;
import org.waypost.routing.NextHop;
import org.waypost.routing.Router.Route;
import org.waypost.routing.Router;
import org.waypost.topology.Schedule;

class RouterTest {
    @TempDir
    Path folder;
    private final List<String> heard = new ArrayList<>();
    private EngineRig rig;

    @BeforeEach
    void start() {
        rig = new EngineRig(folder);
        rig.router = new Listening();
    }

    @Test
    void itHearsOnceThatAHopIsDownAndThatItIsBack() {
        rig.smtp.isDown("no answer");
        rig.send("a@one.example");
        rig.send("b@one.example");
        assertEquals(List.of("failed smtp:one.example no answer"), heard);

        rig.smtp.isUp();
        rig.pass(Duration.ofMinutes(2));
        assertEquals(List.of("failed smtp:one.example no answer", "reached smtp:one.example"), heard);
    }

    @Test
    void itHearsNothingOfAHopThatAnsweredAndWouldNotHaveUs() {
        rig.smtp.answers(delivery -> new DeliveryResult.HopDown(EnhancedStatus.of("4.7.0"), "login refused", false));
        rig.send("a@one.example");

        assertEquals(QueueState.RETRY, rig.status("smtp:one.example").state());
        assertEquals(List.of(), heard);
    }

    @Test
    void itIsToldTheServerOfEachRecipient() {
        rig.verdicts.put("a@our.example", new Verdict.Remote(Optional.of("berlin")));
        rig.verdicts.put("b@our.example", new Verdict.Remote(Optional.of("paris")));
        rig.verdicts.put("c@our.example", new Verdict.Remote(Optional.of("berlin")));
        rig.send("a@our.example", "b@our.example", "c@our.example", "d@one.example");

        assertEquals(List.of("[a, c] smtp:berlin", "[b] smtp:paris", "[d] smtp:one.example"), rig.smtp.tried().stream()
                .map(delivery -> delivery.targets().stream().map(target -> target.recipient().address().local()).toList()
                        + " " + delivery.hop().queue()).sorted().toList());
    }

    @Test
    void itHearsOfNoHopThatAnswersWhateverTheAnswerIs() {
        rig.smtp.gives(Outcome.Kind.DEFERRED, "4.2.1", "greylisted");
        rig.send("a@one.example");
        rig.smtp.gives(Outcome.Kind.FAILED, "5.1.1", "no such user");
        rig.send("b@one.example");
        rig.smtp.answers(delivery -> {
            throw new IllegalStateException("poison");
        });
        rig.send("c@one.example");

        assertEquals(4, rig.smtp.tried().size(), "with the report on the second");
        assertEquals(List.of(), heard);
    }

    @Test
    void whatLostItsWayWaitsForNewRoutesAndThenGoesAtOnce() {
        Route[] way = {new Route.Via(link())};
        rig.router = (message, address, server) -> CompletableFuture.completedStage(way[0]);
        rig.smtp.isDown("no answer");
        MessageId id = rig.send("a@one.example");
        assertEquals("connector:road", rig.place(id));

        change(way, new Route.Unreachable("no path is up"));
        assertEquals("unreachable", rig.place(id));
        assertEquals("no path is up", rig.status("unreachable").lastReason());
        rig.smtp.isUp();
        change(way, new Route.Via(link()));
        assertTrue(rig.isDone(id), "long before the time of the retry");
    }

    @Test
    void whatIsUnderWayWhenRoutesChangeIsAskedAboutWhenItFails() {
        Route[] way = {new Route.Via(link())};
        rig.router = (message, address, server) -> CompletableFuture.completedStage(way[0]);
        rig.smtp.waits();
        rig.send("a@one.example");
        change(way, new Route.Via(new NextHop.Domain("dear.example")));
        rig.smtp.isDown("no answer");
        rig.smtp.waits();
        rig.smtp.finishAll();
        rig.run();

        assertEquals(List.of("connector:road", "smtp:dear.example"), rig.smtp.tried().stream().map(delivery -> delivery.hop().queue()).toList());
    }

    private void change(Route[] way, Route to) {
        way[0] = to;
        rig.engine.routesChanged();
        rig.run();
    }

    private static NextHop link() {
        NextHop.Host host = new NextHop.Host(Optional.of("berlin"), "berlin.example", 25, false, "");
        return new NextHop.Link("road", Optional.of(new UUID(0, 1)), List.of(host), Schedule.ALWAYS);
    }

    private final class Listening implements Router {
        @Override
        public CompletionStage<Route> route(Message message, Address recipient, Optional<String> server) {
            return CompletableFuture.completedStage(new Route.Via(new NextHop.Domain(server.orElse(recipient.domain()))));
        }

        @Override
        public void failed(NextHop hop, String reason) {
            heard.add("failed " + hop.queue() + " " + reason);
        }

        @Override
        public void reached(NextHop hop) {
            heard.add("reached " + hop.queue());
        }
    }
}
