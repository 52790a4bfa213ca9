package org.waypost.rus.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.rus.stamp.Draft;

/** Finds the lowest numbers in which all new addresses of a draft are free, and reserves these. Any thread. */
final class Numbers {
    private static final int AT_ONCE = 16;
    private static final int MAX = 100_000;

    private final Holders holders;
    private final Optional<Reservations> reservations;

    /** @param reservations empty to reserve nothing, for a report */
    Numbers(Holders holders, Optional<Reservations> reservations) {
        this.holders = holders;
        this.reservations = reservations;
    }

    /** A number for each type of address that is new to a recipient. */
    CompletionStage<Map<String, Integer>> find(Draft draft, UUID recipient) {
        CompletionStage<Map<String, Integer>> found = CompletableFuture.completedStage(Map.of());
        // All at once, so that what they ask the directory for is asked together.
        for (String type : draft.open()) {
            found = found.thenCombine(find(draft, type, recipient), (numbers, number) -> {
                Map<String, Integer> more = new TreeMap<>(numbers);
                more.put(type, number);
                return more;
            });
        }
        return found;
    }

    private CompletionStage<Integer> find(Draft draft, String type, UUID recipient) {
        int favourite = draft.favourite(type);
        return first(draft, type, recipient, favourite, favourite + 1)
                .thenCompose(number -> number.isPresent() ? CompletableFuture.completedStage(number.get())
                        : from(draft, type, recipient, favourite == 1 ? 2 : 1, 2));
    }

    /** The first attempts look at few numbers, since most are free. */
    private CompletionStage<Integer> from(Draft draft, String type, UUID recipient, int begin, int size) {
        if (begin > MAX) {
            return CompletableFuture.failedStage(new StampRefusedException("no number up to " + MAX + " is free for " + draft.keys(type, 1)));
        }
        return first(draft, type, recipient, begin, begin + size).thenCompose(number -> number.isPresent()
                ? CompletableFuture.completedStage(number.get())
                : from(draft, type, recipient, begin + size, AT_ONCE));
    }

    private CompletionStage<Optional<Integer>> first(Draft draft, String type, UUID recipient, int begin, int end) {
        Map<Integer, List<String>> keys = new LinkedHashMap<>();
        Set<String> all = new HashSet<>();
        for (int number = begin; number < end; number++) {
            keys.put(number, draft.keys(type, number));
            all.addAll(draft.keys(type, number));
        }
        return holders.of(all).thenCompose(found -> {
            CompletionStage<Optional<Integer>> first = CompletableFuture.completedStage(Optional.empty());
            for (Map.Entry<Integer, List<String>> candidate : keys.entrySet()) {
                if (candidate.getValue().stream().allMatch(key -> isFree(found.get(key), recipient))) {
                    first = first.thenCompose(earlier -> earlier.isPresent() ? CompletableFuture.completedStage(earlier)
                            : reserve(candidate.getValue(), recipient).thenApply(done -> done ? Optional.of(candidate.getKey()) : Optional.empty()));
                }
            }
            return first;
        });
    }

    private static boolean isFree(Set<UUID> holders, UUID recipient) {
        return holders.isEmpty() || holders.equals(Set.of(recipient));
    }

    private CompletionStage<Boolean> reserve(List<String> keys, UUID recipient) {
        CompletionStage<Boolean> all = CompletableFuture.completedStage(true);
        if (reservations.isPresent()) {
            for (String key : keys) {
                all = all.thenCompose(done -> done ? reservations.get().reserve(key, recipient) : CompletableFuture.completedStage(false));
            }
        }
        return all;
    }
}
