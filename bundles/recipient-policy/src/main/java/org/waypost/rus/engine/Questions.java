package org.waypost.rus.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Gathers questions, so that many cost one search. It is made when there are enough of them, or as many as there are
 * stampings that might still ask, so never later than when all wait; one at a time. Any thread.
 */
final class Questions<V> {
    private static final int ENOUGH = 50;
    private static final int AT_ONCE = 100;

    private final Function<Set<String>, CompletionStage<Map<String, V>>> search;
    private final V nothing;
    private final Crowd crowd;
    private final Map<String, CompletableFuture<V>> waiting = new LinkedHashMap<>();
    private boolean asking;

    /** @param nothing the answer to what the search does not find */
    Questions(Function<Set<String>, CompletionStage<Map<String, V>>> search, V nothing, Crowd crowd) {
        this.search = search;
        this.nothing = nothing;
        this.crowd = crowd;
        crowd.add(this::look);
    }

    /** Answers of a search that begins after this call. */
    CompletionStage<Map<String, V>> of(Collection<String> keys) {
        Map<String, CompletableFuture<V>> answers = new HashMap<>();
        synchronized (this) {
            keys.forEach(key -> answers.put(key, waiting.computeIfAbsent(key, any -> new CompletableFuture<>())));
        }
        CompletionStage<Map<String, V>> all = CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new)).handle((done, failure) -> {
            crowd.more();
            Map<String, V> found = new HashMap<>();
            answers.forEach((key, answer) -> found.put(key, answer.join()));
            return found;
        });
        crowd.less();
        return all;
    }

    private void look() {
        Map<String, CompletableFuture<V>> asked = new HashMap<>();
        synchronized (this) {
            if (asking || waiting.isEmpty() || waiting.size() < Math.min(ENOUGH, crowd.busy())) {
                return;
            }
            asking = true;
            List<String> first = new ArrayList<>(waiting.keySet()).subList(0, Math.min(AT_ONCE, waiting.size()));
            first.forEach(key -> asked.put(key, waiting.remove(key)));
        }
        search.apply(asked.keySet()).whenComplete((found, failure) -> {
            synchronized (this) {
                asking = false;
            }
            look();
            asked.forEach((key, answer) -> {
                if (failure == null) {
                    answer.complete(found.getOrDefault(key, nothing));
                } else {
                    answer.completeExceptionally(failure);
                }
            });
        });
    }
}
