package org.waypost.directory.ldap.recipient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.ldap.Causes;

/**
 * Joins look-ups: those that come within {@value #GATHER_MILLIS} ms, or while as many searches as are allowed are
 * under way, become one. Two of one key share their answer. Any thread; no method waits.
 *
 * @param <V> what is found for a key
 */
final class Batcher<V> {
    private static final int GATHER_MILLIS = 2;
    private static final int MOST_KEYS = 20_000;

    private final Function<Set<String>, CompletionStage<Map<String, V>>> loader;
    private final ScheduledExecutorService timer;
    private final int batch;
    private final int parallel;
    private final Map<String, CompletableFuture<V>> wanted = new HashMap<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private int running;
    private boolean gathering;

    /** @param loader finds a value for each of the keys, or fails for all of them */
    Batcher(Function<Set<String>, CompletionStage<Map<String, V>>> loader, ScheduledExecutorService timer, int batch, int parallel) {
        this.loader = loader;
        this.timer = timer;
        this.batch = batch;
        this.parallel = parallel;
    }

    CompletionStage<V> find(String key) {
        CompletableFuture<V> result;
        boolean full;
        synchronized (this) {
            CompletableFuture<V> shared = wanted.get(key);
            if (shared != null) {
                return shared;
            }
            if (wanted.size() >= MOST_KEYS) {
                return CompletableFuture.failedStage(new DirectoryAwayException("too many look-ups wait for the directory"));
            }
            result = new CompletableFuture<>();
            wanted.put(key, result);
            waiting.add(key);
            full = waiting.size() >= batch;
            gather(full);
        }
        if (full) {
            send();
        }
        return result;
    }

    private void gather(boolean full) {
        if (!gathering && !full) {
            gathering = true;
            try {
                timer.schedule(this::gathered, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // The directory is being closed: what is sent now fails and tells so.
                gathering = false;
            }
        }
    }

    private void gathered() {
        synchronized (this) {
            gathering = false;
        }
        send();
    }

    private void send() {
        for (Set<String> keys = next(); !keys.isEmpty(); keys = next()) {
            Set<String> sent = keys;
            load(sent).whenComplete((found, failure) -> finished(sent, found, failure));
        }
    }

    private synchronized Set<String> next() {
        Set<String> keys = new LinkedHashSet<>();
        if (running < parallel) {
            waiting.stream().limit(batch).forEach(keys::add);
            waiting.removeAll(keys);
            running += keys.isEmpty() ? 0 : 1;
        }
        return keys;
    }

    private CompletionStage<Map<String, V>> load(Set<String> keys) {
        try {
            return loader.apply(keys);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private void finished(Set<String> keys, Map<String, V> found, Throwable failure) {
        List<Runnable> answers = new ArrayList<>();
        synchronized (this) {
            running--;
            for (String key : keys) {
                CompletableFuture<V> result = wanted.remove(key);
                answers.add(failure == null ? () -> result.complete(found.get(key))
                        : () -> result.completeExceptionally(Causes.unwrapped(failure)));
            }
        }
        answers.forEach(Runnable::run);
        send();
    }
}
