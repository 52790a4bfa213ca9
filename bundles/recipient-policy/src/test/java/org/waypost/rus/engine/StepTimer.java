package org.waypost.rus.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.rus.lease.Timer;

/** Time that passes when a step is run that waits for it. */
final class StepTimer implements Timer {
    private final List<Runnable> steps;
    private final Duration[] now;

    /** @param now in its only element; may be shared */
    StepTimer(List<Runnable> steps, Duration[] now) {
        this.steps = steps;
        this.now = now;
    }

    @Override
    public Duration now() {
        return now[0];
    }

    @Override
    public CompletionStage<Void> after(Duration pause) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        steps.add(() -> {
            now[0] = now[0].plus(pause);
            end.complete(null);
        });
        return end;
    }
}
