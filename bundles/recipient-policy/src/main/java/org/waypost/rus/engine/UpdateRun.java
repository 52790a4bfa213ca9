package org.waypost.rus.engine;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;
import org.waypost.policy.Run;

/**
 * One pass over recipients: a search in pages, of which the next one is read when those before are stamped but for a
 * bounded number, so that memory stays bounded and writes are many at a time.
 */
final class UpdateRun {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stamper stamper;
    private final Predicate<Entry> whom;
    private final Tally tally;
    private final Semaphore room;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    /** The search and each recipient under way. */
    private final AtomicLong underWay = new AtomicLong(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** @param atOnce how many recipients are stamped at a time */
    UpdateRun(Stamper stamper, Predicate<Entry> whom, int atOnce, long expected) {
        this.stamper = stamper;
        this.whom = whom;
        this.tally = new Tally(expected);
        this.room = new Semaphore(atOnce);
    }

    Run progress() {
        return tally.run();
    }

    /** Stops before the next recipient; {@link #over} fails. */
    void cancel() {
        failure.compareAndSet(null, new DirectoryAwayException("the run was ended"));
    }

    /** Completes when all that match are done; fails when the directory goes away. */
    CompletionStage<Run> over(Directory directory, String base, String filter, Set<String> attributes) {
        Search search = new Search(Search.Role.DOMAIN, base, Search.Scope.SUBTREE, filter, attributes);
        directory.search(search, this::take).whenComplete((count, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
            leave();
        });
        return end.thenApply(done -> tally.run());
    }

    /** The directory allows that this waits. */
    private void take(Entry recipient) {
        if (!whom.test(recipient)) {
            return;
        }
        await();
        underWay.incrementAndGet();
        stamper.stamp(recipient).whenComplete((outcome, failed) -> {
            if (failed == null) {
                tally.count(outcome);
            } else {
                failure.compareAndSet(null, failed);
            }
            room.release();
            leave();
        });
    }

    private void leave() {
        if (underWay.decrementAndGet() == 0) {
            if (failure.get() == null) {
                end.complete(null);
            } else {
                end.completeExceptionally(failure.get());
            }
        }
    }

    private void await() {
        boolean mayGoOn = false;
        try {
            mayGoOn = room.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!mayGoOn) {
            throw new DirectoryAwayException("it takes no writes");
        }
        if (failure.get() != null) {
            room.release();
            throw new DirectoryAwayException(String.valueOf(failure.get().getMessage()));
        }
    }
}
