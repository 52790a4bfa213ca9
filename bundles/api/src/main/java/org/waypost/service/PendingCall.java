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
    private final Object lock = new Object();
    private T target;
    private Thread caller;
    private boolean interrupted;

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
        enter();
        try {
            answer = Objects.requireNonNull(action.apply(target), "a service answered without a stage");
        } catch (Exception | LinkageError e) {
            // A class of a bundle that is just being replaced may no longer be found; what was interrupted may throw anything.
            answer = CompletableFuture.failedStage(e);
        } finally {
            leave();
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

    private void enter() {
        synchronized (lock) {
            caller = Thread.currentThread();
        }
    }

    /** The interrupt was meant for the service, not for what the thread does next. */
    private void leave() {
        synchronized (lock) {
            caller = null;
            if (interrupted) {
                Thread.interrupted();
            }
        }
    }

    /** Frees the caller's thread, should the service hold it although it must not wait. */
    void interrupt() {
        synchronized (lock) {
            if (caller != null && caller != Thread.currentThread()) {
                interrupted = true;
                caller.interrupt();
            }
        }
    }

    void fail(String reason) {
        result.completeExceptionally(new ServiceAwayException(reason));
    }

    /** The failure itself, without what stages of the service wrapped it in. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
