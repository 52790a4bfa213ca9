package org.waypost.admin.core;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.Task;

/**
 * What a stage of a service comes to, as a task.
 *
 * @param progress may be asked at any time, also when it is over
 */
record StageTask(CompletableFuture<Answer<String>> outcome, Supplier<String> progressNow, Patience patience) implements Task {
    @Override
    public Optional<Answer<String>> await(Duration length) {
        try {
            return Optional.of(outcome.get(length.toMillis(), TimeUnit.MILLISECONDS));
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
