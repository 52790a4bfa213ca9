package org.waypost.queue.simple;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.routing.Router;
import org.waypost.service.ServiceAwayException;

/**
 * A router that stands in for a better one, and not while that one is only being replaced: mail would go ways that are
 * not those of the organization. Any thread.
 */
public final class StandIn implements Router {
    /** No replacement takes longer. */
    static final Duration REPLACEMENT = Duration.ofMinutes(1);

    private final Router router;
    private final InstantSource clock;
    private Optional<Router> better = Optional.empty();
    private Instant begin = Instant.MIN;

    public StandIn(Router router, InstantSource clock) {
        this.router = router;
        this.clock = clock;
    }

    public synchronized void better(Router came) {
        better = Optional.of(came);
    }

    public synchronized void betterGone(Router gone) {
        if (better.filter(present -> present == gone).isPresent()) {
            better = Optional.empty();
            begin = clock.instant().plus(REPLACEMENT);
        }
    }

    @Override
    public CompletionStage<Route> route(Message message, Address recipient, Optional<String> server) {
        return standsIn() ? router.route(message, recipient, server)
                : CompletableFuture.failedStage(new ServiceAwayException("the router by the organization's map is being replaced"));
    }

    private synchronized boolean standsIn() {
        return better.isEmpty() && !clock.instant().isBefore(begin);
    }
}
