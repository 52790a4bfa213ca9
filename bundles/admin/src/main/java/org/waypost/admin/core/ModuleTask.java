package org.waypost.admin.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.Task;
import org.waypost.modules.Progress;
import org.waypost.modules.Replacement;

/** A replacement that goes on by itself. The manager that is asked may itself be the module that is replaced. */
record ModuleTask(long number, Supplier<Answer<List<Replacement>>> history, Supplier<Optional<Progress>> now) implements Task {
    private static final long BETWEEN = 200;

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
            return ok.value().stream().filter(r -> r.number() == number).findFirst().map(ModuleTask::answer);
        }
        return Optional.empty();
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
