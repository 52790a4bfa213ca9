package org.waypost.metabase.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.waypost.metabase.Metabase.Version;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Written;
import org.waypost.metabase.tree.Difference;
import org.waypost.metabase.tree.History;
import org.waypost.metabase.tree.Settings;
import org.waypost.metabase.tree.State;
import org.waypost.service.ServiceAwayException;
import org.waypost.service.Threads;

/** Makes all changes, in one thread, in their order; those that wait are written together. */
final class Committer {
    private static final int WAITING = 10_000;
    private static final int GROUP = 1_000;
    private static final int SUMMARY = 3;

    private record Request(Change change, CompletableFuture<Written> done) {}

    /** A request whose outcome is known, if it can be written. */
    private record Made(Request request, Written outcome, Set<MetabaseKey> seen) {}

    private final BlockingQueue<Request> waiting = new ArrayBlockingQueue<>(WAITING);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "waypost-metabase-writer"));
    private final Store store;
    private final InstantSource clock;
    private final BiConsumer<Runnable, Set<MetabaseKey>> answers;
    private volatile State current;
    private volatile int history;

    /** @param answers is given, for each change in its order, what completes its stage and the keys that look different */
    Committer(Store store, InstantSource clock, int history, BiConsumer<Runnable, Set<MetabaseKey>> answers) {
        this.store = store;
        this.clock = clock;
        this.history = history;
        this.answers = answers;
        current = store.state();
    }

    /** What is durable. */
    State current() {
        return current;
    }

    void history(int versions) {
        history = versions;
    }

    CompletionStage<Written> submit(Change change) {
        Request request = new Request(change, new CompletableFuture<>());
        if (!waiting.offer(request)) {
            return CompletableFuture.failedStage(new ServiceAwayException("more than " + WAITING + " writes wait for the metabase"));
        }
        try {
            thread.execute(this::commit);
        } catch (RejectedExecutionException e) {
            request.done().completeExceptionally(new ServiceAwayException("the metabase is closed"));
        }
        return request.done();
    }

    /** Returns when all that waited is made. */
    void close() {
        Threads.end(thread);
    }

    private void commit() {
        List<Request> group = new ArrayList<>();
        waiting.drainTo(group, GROUP);
        List<Made> made = new ArrayList<>();
        State next = current;
        for (Request request : group) {
            next = make(request, next, made);
        }
        try {
            if (next != current) {
                store.write(next);
                current = next;
            }
            made.forEach(each -> answers.accept(() -> each.request().done().complete(each.outcome()), each.seen()));
        } catch (IOException e) {
            Set<MetabaseKey> seen = Difference.between(current.tree(), store.state().tree()).seen();
            current = store.state();
            made.forEach(each -> answers.accept(() -> each.request().done().completeExceptionally(new UncheckedIOException(e)), seen));
        }
    }

    private State make(Request request, State state, List<Made> made) {
        Change.Plan plan;
        try {
            plan = request.change().work().on(state);
        } catch (RuntimeException e) {
            answers.accept(() -> request.done().completeExceptionally(e), Set.of());
            return state;
        }
        if (plan.refused().isPresent()) {
            made.add(new Made(request, plan.refused().get(), Set.of()));
            return state;
        }
        Difference difference = Difference.between(state.tree(), plan.tree());
        if (difference.isEmpty()) {
            made.add(new Made(request, new Written.Done(state.version()), Set.of()));
            return state;
        }
        State next = new State(plan.tree(), state.version() + 1, grown(state, request.change(), plan, difference));
        made.add(new Made(request, new Written.Done(next.version()), difference.seen()));
        return next;
    }

    private History grown(State state, Change change, Change.Plan plan, Difference difference) {
        if (!difference.settings()) {
            return state.history();
        }
        Version version = new Version(state.version() + 1, clock.instant(), change.writer(), summary(change, difference));
        return state.history().with(new History.Past(version, Settings.of(plan.tree())), history);
    }

    private static String summary(Change change, Difference difference) {
        if (!change.summary().isEmpty()) {
            return change.summary();
        }
        List<String> keys = difference.own().stream().limit(SUMMARY).map(MetabaseKey::toString).toList();
        int more = difference.own().size() - keys.size();
        return String.join(", ", keys) + (more > 0 ? " and " + more + " more" : "");
    }
}
