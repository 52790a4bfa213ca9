package org.waypost.directory.ldap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.WriteResult;

/**
 * Joins writes: those that come while as many groups as are allowed are under way become the next one. A write that
 * comes alone is sent at once. Any thread; no method waits.
 */
final class Writes {
    private static final int GROUP = 64;
    private static final int PARALLEL = 2;

    private final Function<List<DirectoryWrite>, CompletionStage<List<WriteResult>>> sender;
    private final int most;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int running;

    private record Waiting(DirectoryWrite write, CompletableFuture<WriteResult> result) {}

    /**
     * @param sender makes them, each by itself, and gives a result for each
     * @param most how many may wait
     */
    Writes(Function<List<DirectoryWrite>, CompletionStage<List<WriteResult>>> sender, int most) {
        this.sender = sender;
        this.most = most;
    }

    CompletionStage<WriteResult> add(DirectoryWrite write) {
        Waiting added = new Waiting(write, new CompletableFuture<>());
        synchronized (this) {
            if (waiting.size() >= most) {
                return CompletableFuture.failedStage(new DirectoryAwayException("too many writes wait for the directory"));
            }
            waiting.add(added);
        }
        next();
        return added.result();
    }

    private void next() {
        List<Waiting> group = new ArrayList<>();
        synchronized (this) {
            if (running == PARALLEL || waiting.isEmpty()) {
                return;
            }
            running++;
            while (group.size() < GROUP && !waiting.isEmpty()) {
                group.add(waiting.remove());
            }
        }
        sender.apply(group.stream().map(Waiting::write).toList()).whenComplete((results, failure) -> {
            synchronized (this) {
                running--;
            }
            next();
            for (int i = 0; i < group.size(); i++) {
                if (failure == null) {
                    group.get(i).result().complete(results.get(i));
                } else {
                    group.get(i).result().completeExceptionally(Causes.unwrapped(failure));
                }
            }
        });
    }
}
