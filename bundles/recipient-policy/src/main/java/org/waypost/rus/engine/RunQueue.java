package org.waypost.rus.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;
import org.waypost.policy.Run;
import org.waypost.rus.lease.Timer;

/** Makes the runs of a desk one after the other, and each again until the directory lets it come to its end. Any thread. */
final class RunQueue implements AutoCloseable {
    private final Desk desk;
    private final String base;
    private final Timer timer;
    private final Consumer<String> away;
    private CompletableFuture<?> tail = CompletableFuture.completedFuture(null);
    private UpdateRun running;
    private boolean closed;

    /** @param away told why a run could not be completed now */
    RunQueue(Desk desk, String base, Timer timer, Consumer<String> away) {
        this.desk = desk;
        this.base = base;
        this.timer = timer;
        this.away = away;
    }

    /** @param whom of those that match the filter */
    CompletionStage<Run> add(String filter, Optional<Predicate<Entry>> whom) {
        CompletableFuture<Run> end = new CompletableFuture<>();
        CompletableFuture<?> before;
        synchronized (this) {
            before = tail;
            tail = end;
        }
        before.whenComplete((run, failure) -> later(Duration.ZERO, () -> begin(filter, whom, end, 0), end));
        return end;
    }

    synchronized Optional<Run> running() {
        return Optional.ofNullable(running).map(UpdateRun::progress);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (running != null) {
            running.cancel();
        }
    }

    private void begin(String filter, Optional<Predicate<Entry>> whom, CompletableFuture<Run> end, int attempts) {
        expected(filter, whom).thenCompose(expected -> desk.lease(expected).thenCompose(leased -> {
            UpdateRun run = new UpdateRun(desk.stamper(), whom.orElse(recipient -> true), desk.settings().atOnce(), expected);
            synchronized (this) {
                if (closed) {
                    run.cancel();
                }
                running = run;
            }
            return run.over(desk.directory(), base, filter, desk.policies().attributes());
        })).whenComplete((result, failure) -> {
            desk.release();
            boolean ended;
            synchronized (this) {
                running = null;
                ended = closed;
            }
            if (failure == null) {
                end.complete(result);
            } else if (ended) {
                end.completeExceptionally(new IllegalStateException(desk.name() + " begins anew"));
            } else {
                away.accept(failure.getMessage());
                later(UpdateInstance.pause(attempts), () -> begin(filter, whom, end, attempts + 1), end);
            }
        });
    }

    private CompletionStage<Long> expected(String filter, Optional<Predicate<Entry>> whom) {
        Set<String> attributes = whom.isPresent() ? desk.policies().attributes() : Set.of("1.1");
        Tally tally = new Tally(-1);
        return desk.directory().search(new Search(Search.Role.DOMAIN, base, Search.Scope.SUBTREE, filter, attributes), recipient -> {
            if (whom.isEmpty() || whom.get().test(recipient)) {
                tally.count(Stamper.Outcome.NOTHING);
            }
        }).thenApply(all -> tally.run().seen());
    }

    private void later(Duration pause, Runnable work, CompletableFuture<Run> end) {
        timer.after(pause).thenRun(work).exceptionally(failure -> {
            end.completeExceptionally(failure);
            return null;
        });
    }
}
