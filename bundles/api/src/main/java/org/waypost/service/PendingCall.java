package org.waypost.service;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** One call through a {@link Gate}, from asking to its answer. The gate guards its target. */
final class PendingCall<T, R> {
    private final Function<? super T, ? extends CompletionStage<R>> action;
    private final CompletableFuture<R> result = new CompletableFuture<>();
    private T target;

    PendingCall(Function<? super T, ? extends CompletionStage<R>> action) {
        this.action = action;
    }

    CompletionStage<R> result() {
        return result;
    }

    void target(T service) {
        target = service;
    }

    boolean isTo(T service) {
        return target == service;
    }

    void run(Consumer<PendingCall<T, ?>> whenDone) {
        CompletionStage<R> answer;
        try {
            answer = Objects.requireNonNull(action.apply(target), "a service answered without a stage");
        } catch (RuntimeException | LinkageError e) {
            // A class of a bundle that is just being replaced may no longer be found.
            answer = CompletableFuture.failedStage(e);
        }
        answer.whenComplete((value, failure) -> {
            whenDone.accept(this);
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(cause(failure));
            }
        });
    }

    void fail(String reason) {
        result.completeExceptionally(new ServiceAwayException(reason));
    }

    /** The failure itself, without what stages of the service wrapped it in. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
