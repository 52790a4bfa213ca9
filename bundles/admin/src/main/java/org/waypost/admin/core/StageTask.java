package org.waypost.admin.core;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.Task;

/**
 * A stage of a service as a task.
 *
 * @param end what its result means
 * @param progress may be asked at any time, also when it is over
 */
record StageTask<S>(CompletableFuture<S> stage, Function<S, Answer<String>> end, Supplier<String> progressNow, Patience patience)
        implements Task {
    @Override
    public Optional<Answer<String>> await(Duration length) {
        try {
            return Optional.of(end.apply(stage.get(length.toMillis(), TimeUnit.MILLISECONDS)));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(patience.refused(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Answer.Refused<>("The wait was interrupted; what was begun goes on."));
        }
    }

    @Override
    public String progress() {
        return progressNow.get();
    }
}
