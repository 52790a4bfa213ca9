package org.waypost.rus.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.rus.stamp.Draft;

/** Finds the lowest numbers in which all new addresses of a draft are free, and takes these. Of one run. Any thread. */
final class Numbers {
    private static final int MOST_AT_ONCE = 64;
    private static final int MAX = 100_000;

    private final Holders holders;
    private final Floors floors = new Floors();

    Numbers(Holders holders) {
        this.holders = holders;
    }

    /** A number for each type of address that is new to a recipient. */
    CompletionStage<Map<String, Integer>> find(Draft draft, UUID recipient, Allotment allotment) {
        CompletionStage<Map<String, Integer>> found = CompletableFuture.completedStage(Map.of());
        // All at once, so that what they ask the directory for is asked together.
        for (String type : draft.open()) {
            found = found.thenCombine(new Quest(draft, type, recipient, allotment).number(), (numbers, number) -> {
                Map<String, Integer> more = new TreeMap<>(numbers);
                more.put(type, number);
                return more;
            });
        }
        return found;
    }

    /** For one type of address of one recipient. */
    private final class Quest {
        private final Draft draft;
        private final String type;
        private final UUID recipient;
        private final Allotment allotment;
        private final List<String> series;

        Quest(Draft draft, String type, UUID recipient, Allotment allotment) {
            this.draft = draft;
            this.type = type;
            this.recipient = recipient;
            this.allotment = allotment;
            this.series = draft.keys(type, 1);
        }

        CompletionStage<Integer> number() {
            int favourite = draft.favourite(type);
            return allotment.take(draft.keys(type, favourite)).thenCompose(done -> done ? CompletableFuture.completedStage(favourite)
                    : from(favourite == 1 ? Math.max(2, floors.of(series)) : floors.of(series), 2));
        }

        /** The first attempts look at few numbers, since most are free. */
        private CompletionStage<Integer> from(int begin, int size) {
            if (begin > MAX) {
                return CompletableFuture.failedStage(new StampRefusedException("no number up to " + MAX + " is free for " + series));
            }
            Map<Integer, List<String>> keys = new LinkedHashMap<>();
            Set<String> all = new HashSet<>();
            for (int number = begin; number < begin + size; number++) {
                keys.put(number, draft.keys(type, number));
                all.addAll(keys.get(number));
            }
            return holders.of(all).thenCompose(found -> {
                keys.values().removeIf(wanted -> !wanted.stream().allMatch(key -> Holders.areFree(found.get(key), recipient)));
                floors.taken(series, begin, keys.keySet().stream().findFirst().orElse(begin + size));
                return first(keys);
            }).thenCompose(number -> number > 0 ? CompletableFuture.completedStage(number)
                    : from(begin + size, Math.min(2 * size, MOST_AT_ONCE)));
        }

        /** 0 if none can be taken. */
        private CompletionStage<Integer> first(Map<Integer, List<String>> candidates) {
            CompletionStage<Integer> first = CompletableFuture.completedStage(0);
            for (Map.Entry<Integer, List<String>> candidate : candidates.entrySet()) {
                first = first.thenCompose(earlier -> earlier > 0 ? CompletableFuture.completedStage(earlier)
                        : allotment.take(candidate.getValue()).thenApply(done -> done ? candidate.getKey() : 0));
            }
            return first;
        }
    }
}
