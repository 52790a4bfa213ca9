package org.waypost.rus.lease;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.waypost.directory.WriteResult;

/**
 * The lease as those see it who do not hold it. One that does not change for long, by the watch's own time, is of a
 * holder that is dead, and is ended: much later than a holder that lives, but cannot renew it, stops to write. Any thread.
 */
public final class LeaseWatch {
    static final Duration LOOK = Duration.ofSeconds(1);
    /** After this one's own process was killed: half more than {@link BulkLease#FENCE}. */
    static final Duration PATIENCE_WITH_OWN = Duration.ofSeconds(15);
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final LeaseEntry entry;
    private final String name;
    private final Timer timer;
    private final Consumer<Lease> ended;
    private Lease seen;
    private Duration since;
    private CompletableFuture<Lease> reading;
    private CompletableFuture<Lease> next;

    /**
     * @param name of this instance as a holder: it has less patience with a lease of its own, from a former life
     * @param ended told of a lease that was found dead and ended
     */
    public LeaseWatch(Container container, String name, Timer timer, Consumer<Lease> ended) {
        this.entry = new LeaseEntry(container);
        this.name = name;
        this.timer = timer;
        this.ended = ended;
    }

    /** The one seen last, however long ago. */
    public CompletionStage<Lease> known() {
        synchronized (this) {
            if (seen != null) {
                return CompletableFuture.completedStage(seen);
            }
        }
        return fresh();
    }

    /** As it is now: read after this was called, together with others who ask. */
    public CompletionStage<Lease> fresh() {
        CompletableFuture<Lease> mine;
        synchronized (this) {
            if (reading != null) {
                next = next == null ? new CompletableFuture<>() : next;
                return next;
            }
            mine = new CompletableFuture<>();
            reading = mine;
        }
        read(mine);
        return mine;
    }

    /** Completes when all is written that was decided under the lease by searches begun before it was seen so. */
    public CompletionStage<Lease> passed(Lease when) {
        return when.isFree() ? CompletableFuture.completedStage(when) : until(now -> now.isFree() || now.epoch() >= when.epoch() + 2);
    }

    /** Completes when nobody holds it. */
    CompletionStage<Lease> free() {
        return until(Lease::isFree);
    }

    private void read(CompletableFuture<Lease> answer) {
        entry.read().whenComplete((lease, failure) -> {
            CompletableFuture<Lease> following;
            synchronized (this) {
                if (failure == null && !lease.equals(seen)) {
                    seen = lease;
                    since = timer.now();
                }
                following = next;
                reading = following;
                next = null;
            }
            if (following != null) {
                read(following);
            }
            if (failure == null) {
                answer.complete(lease);
            } else {
                answer.completeExceptionally(failure);
            }
        });
    }

    private CompletionStage<Lease> until(Predicate<Lease> goal) {
        return fresh().thenCompose(now -> {
            if (goal.test(now)) {
                return CompletableFuture.completedStage(now);
            }
            CompletionStage<Void> step = isDead(now) ? end(now) : CompletableFuture.completedStage(null);
            return step.thenCompose(done -> timer.after(LOOK)).thenCompose(later -> until(goal));
        });
    }

    private synchronized boolean isDead(Lease lease) {
        Duration patience = lease.holder().equals(name) ? PATIENCE_WITH_OWN : PATIENCE;
        return lease.equals(seen) && timer.now().minus(since).compareTo(patience) > 0;
    }

    private CompletionStage<Void> end(Lease lease) {
        return entry.change(lease, lease.released()).thenAccept(result -> {
            if (result instanceof WriteResult.Done) {
                ended.accept(lease);
            }
        });
    }
}
