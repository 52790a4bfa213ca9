package org.waypost.spool.rocks;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.mail.ContentId;

/**
 * Work on one content, one piece after the other: an append ends before the discard that was asked for
 * while it ran, and a sweep never meets an accept half way. Any thread.
 */
final class ContentTurns {
    private final Map<ContentId, CompletableFuture<?>> tails = new HashMap<>();

    /** Starts the work when all earlier work on this content has ended, well or not. */
    <R> CompletionStage<R> inTurn(ContentId id, Supplier<CompletionStage<R>> work) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        CompletableFuture<?> before;
        synchronized (tails) {
            before = tails.put(id, ended);
        }
        CompletionStage<R> result = before == null ? work.get() : before.thenCompose(nothing -> work.get());
        return result.whenComplete((value, failure) -> {
            synchronized (tails) {
                tails.remove(id, ended);
            }
            ended.complete(null);
        });
    }
}
