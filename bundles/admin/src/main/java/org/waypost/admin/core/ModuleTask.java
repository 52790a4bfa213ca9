package org.waypost.admin.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.Task;
import org.waypost.modules.Progress;
import org.waypost.modules.Replacement;

/** A replacement that goes on by itself. The manager that is asked may itself be the module that is replaced. */
final class ModuleTask implements Task {
    private static final long BETWEEN = 200;
    /** Each refusal takes the seconds that the manager is waited for. */
    private static final int MOST_REFUSALS = 5;

    private final long number;
    private final Supplier<Answer<List<Replacement>>> history;
    private final Supplier<Optional<Progress>> now;
    private final AtomicInteger refusals = new AtomicInteger();

    ModuleTask(long number, Supplier<Answer<List<Replacement>>> history, Supplier<Optional<Progress>> now) {
        this.number = number;
        this.history = history;
        this.now = now;
    }

    @Override
    public Optional<Answer<String>> await(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        Optional<Answer<String>> answer = ended();
        while (answer.isEmpty() && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of(new Answer.Refused<>("The wait was interrupted; the replacement goes on. module:history shows its end."));
            }
            answer = ended();
        }
        return answer;
    }

    private Optional<Answer<String>> ended() {
        if (history.get() instanceof Answer.Ok<List<Replacement>> ok) {
            refusals.set(0);
            return ok.value().stream().filter(r -> r.number() == number).findFirst().map(ModuleTask::answer);
        }
        // With the contracts this administration is replaced too, and its old version finds no manager any more.
        return refusals.incrementAndGet() < MOST_REFUSALS ? Optional.empty() : Optional.of(new Answer.Refused<>("The replacement goes on, but"
                + " the module manager cannot be asked from here any more; module:history shows its end.", Answer.Cause.AWAY));
    }

    private static Answer<String> answer(Replacement r) {
        String versions = r.name() + " " + r.fromVersion();
        return switch (r.verdict()) {
            case KEPT, RESTORED -> new Answer.Ok<>(versions + " was replaced by " + r.version() + ": " + r.reason() + ".");
            case PUT_BACK -> new Answer.Ok<>(r.name() + " " + r.version() + " runs again: " + r.reason() + ".");
            case ROLLED_BACK, DROPPED -> new Answer.Refused<>(versions + " runs again; " + r.version() + " was taken back: " + r.reason() + ".");
            case BROKEN -> new Answer.Refused<>(versions + " could not be put back in place of " + r.version() + ": " + r.reason()
                    + ". Restart the server: it is put back when it starts.");
        };
    }

    @Override
    public String progress() {
        return now.get().filter(p -> p.number() == number).map(p -> p.name() + ": " + p.phase()).orElse("");
    }
}
