package org.waypost.queue.simple;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.waypost.mail.Address;
import org.waypost.routing.NextHop;
import org.waypost.routing.Router;
import org.waypost.testkit.time.ManualClock;

class StandInTest {
    private final ManualClock clock = new ManualClock();
    private final Router simple = (message, recipient, server) ->
            CompletableFuture.completedStage(new Router.Route.Via(new NextHop.Domain(recipient.domain())));
    private final Router first = (message, recipient, server) -> CompletableFuture.failedStage(new AssertionError());
    private final Router second = (message, recipient, server) -> CompletableFuture.failedStage(new AssertionError());
    private final StandIn standIn = new StandIn(simple, clock);

    @Test
    void itRoutesUntilABetterOneComesAndAgainWhenThatOneIsGoneForLong() {
        assertEquals(true, routes());
        standIn.better(first);
        assertEquals(false, routes());
        standIn.betterGone(first);
        clock.advance(StandIn.REPLACEMENT.minusMillis(1));
        assertEquals(false, routes());
        clock.advance(StandIn.REPLACEMENT);
        assertEquals(true, routes());
    }

    @Test
    void aReplacementThatCameBeforeTheOldOneWentIsThere() {
        standIn.better(first);
        standIn.better(second);
        standIn.betterGone(first);
        clock.advance(StandIn.REPLACEMENT.multipliedBy(2));

        assertEquals(false, routes());
    }

    private boolean routes() {
        return !standIn.route(null, Address.of("x@one.example"), Optional.empty()).toCompletableFuture().isCompletedExceptionally();
    }
}
