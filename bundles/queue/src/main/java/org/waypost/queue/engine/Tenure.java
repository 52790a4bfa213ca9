package org.waypost.queue.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.waypost.event.EventLog;
import org.waypost.service.Gate;
import org.waypost.spool.Spool;
import org.waypost.spool.Spool.Lease;

/** The right to run the queue of this spool alone: held, or asked for each second. */
final class Tenure {
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final String NAME = "queue";

    private final Gate<Spool> spool;
    private final Executor engine;
    private final EventLog events;
    private final String holder;
    private final Runnable lostToAnother;
    private final Runnable gained;
    private Optional<Lease> lease = Optional.empty();
    private Instant nextTry = Instant.MIN;
    private boolean asking;
    private boolean reported;
    private boolean ended;

    /**
     * @param holder who we are, for people
     * @param gained runs when the lease is ours, at first or with another spool
     * @param lostToAnother runs when another holder has it
     */
    Tenure(Services services, Executor engine, String holder, Runnable gained, Runnable lostToAnother) {
        this.spool = services.spool();
        this.engine = engine;
        this.events = services.events();
        this.holder = holder;
        this.gained = gained;
        this.lostToAnother = lostToAnother;
    }

    boolean isHeld() {
        return lease.isPresent() && lease.get().isValid();
    }

    /** Another spool came: its lease counts now. */
    void renew() {
        lease.ifPresent(Lease::close);
        lease = Optional.empty();
        nextTry = Instant.MIN;
    }

    void end() {
        ended = true;
        lease.ifPresent(Lease::close);
        lease = Optional.empty();
    }

    /** @return when to be called again at the latest */
    Instant turn(Instant now) {
        if (ended || isHeld() || asking || !spool.isOpen()) {
            return Instant.MAX;
        }
        if (now.isBefore(nextTry)) {
            return nextTry;
        }
        asking = true;
        nextTry = now.plus(AGAIN);
        spool.call(service -> CompletableFuture.completedStage(service.lease(NAME, holder)))
                .whenComplete((answer, failure) -> engine.execute(() -> answered(answer, failure)));
        return nextTry;
    }

    private void answered(Optional<Lease> answer, Throwable failure) {
        asking = false;
        if (failure != null) {
            return;
        }
        if (ended) {
            answer.ifPresent(Lease::close);
        } else if (answer.isPresent()) {
            lease = answer;
            reported = false;
            gained.run();
        } else {
            refused();
        }
    }

    private void refused() {
        if (!reported) {
            events.report(QueueEvent.LEASE_HELD);
            reported = true;
        }
        lostToAnother.run();
    }
}
