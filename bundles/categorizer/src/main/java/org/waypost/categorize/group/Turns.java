package org.waypost.categorize.group;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Bounds how much is asked at once; what is beyond waits for its turn, in order, without holding a thread. The
 * directory turns away more than it can keep in mind, and many large groups at once are more. Any thread.
 */
final class Turns {
    private record Turn(int places, CompletableFuture<Void> begins) {}

    private final int all;
    private final ArrayDeque<Turn> waiting = new ArrayDeque<>();
    private int free;
    private boolean admitting;

    /** @param places how many there are, 1 or more */
    Turns(int places) {
        all = places;
        free = places;
    }

    /**
     * @param places needed until the work is done, at most all of them
     * @param work begun when there are so many
     */
    <T> CompletionStage<T> take(int places, Supplier<CompletionStage<T>> work) {
        Turn turn = new Turn(Math.min(places, all), new CompletableFuture<>());
        CompletionStage<T> done = turn.begins().thenCompose(nothing -> work.get())
                .whenComplete((result, failure) -> giveBack(turn.places()));
        synchronized (this) {
            waiting.add(turn);
        }
        admit();
        return done;
    }

    private void giveBack(int places) {
        synchronized (this) {
            free += places;
        }
        admit();
    }

    /** In a loop, of which there is only one: work that is done at once must not nest. */
    private void admit() {
        synchronized (this) {
            if (admitting) {
                return;
            }
            admitting = true;
        }
        for (Optional<Turn> turn = next(); turn.isPresent(); turn = next()) {
            turn.get().begins().complete(null);
        }
    }

    private synchronized Optional<Turn> next() {
        Turn turn = waiting.peek();
        if (turn == null || turn.places() > free) {
            admitting = false;
            return Optional.empty();
        }
        free -= turn.places();
        return Optional.of(waiting.remove());
    }
}
