package org.waypost.categorize.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(10);
    private final List<CompletableFuture<String>> begun = new ArrayList<>();

    @Test
    void whatDoesNotFitWaitsInOrder() {
        CompletionStage<String> first = take(6);
        take(6);
        take(1);
        assertEquals(1, begun.size(), "the small one does not overtake");

        begun.get(0).complete("done");
        assertEquals(3, begun.size());
        assertEquals("done", first.toCompletableFuture().getNow(""));
    }

    @Test
    void whatFailsGivesItsPlacesBackToo() {
        take(10);
        CompletionStage<String> second = take(10);
        begun.get(0).completeExceptionally(new IllegalStateException("away"));
        begun.get(1).complete("done");

        assertEquals("done", second.toCompletableFuture().getNow(""));
    }

    @Test
    void moreThanAllGetsAll() {
        take(50);
        assertEquals(1, begun.size());
    }

    @Test
    void manyThatAreDoneAtOnceDoNotNest() {
        CompletionStage<String> first = take(10);
        CompletionStage<String> last = first;
        for (int i = 0; i < 100_000; i++) {
            last = turns.take(10, () -> CompletableFuture.completedStage("at once"));
        }
        begun.get(0).complete("done");

        assertTrue(last.toCompletableFuture().isDone());
    }

    private CompletionStage<String> take(int places) {
        return turns.take(places, () -> {
            begun.add(new CompletableFuture<>());
            return begun.get(begun.size() - 1);
        });
    }
}
