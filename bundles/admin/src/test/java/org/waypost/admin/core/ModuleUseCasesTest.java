package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.Task;
import org.waypost.modules.Begun;
import org.waypost.modules.Module;
import org.waypost.modules.ModuleManager;
import org.waypost.modules.Plan;
import org.waypost.modules.Progress;
import org.waypost.modules.Replacement;
import org.waypost.modules.Replacement.Verdict;
import org.waypost.modules.Staging;
import org.waypost.service.Gate;

class ModuleUseCasesTest {
    private static final Plan PLAN = new Plan("org.waypost.x", "1.0.0", "aa", "1.1.0", "bb", List.of(), false);

    private final Gate<ModuleManager> gate = new Gate<>("module manager", Duration.ofMillis(20), 10, Runnable::run);
    private final ModuleUseCases admin = new ModuleUseCases(gate, new RecordedEvents(), Duration.ofSeconds(2), Duration.ofSeconds(2));
    private final OneModule manager = new OneModule();

    @Test
    void aPlanOrWhyThereIsNone() {
        gate.bind(manager);
        assertEquals(new Answer.Ok<>(PLAN), admin.stage(Path.of("good.jar"), Optional.empty()));
        assertEquals(new Answer.Refused<>("No bundle."), admin.stage(Path.of("bad.jar"), Optional.empty()));
    }

    @Test
    void aReplacementIsAskedForUntilItEnds() {
        gate.bind(manager);
        Task task = ((Answer.Ok<Task>) admin.replace("bb", Optional.empty(), false)).value();
        assertEquals(Optional.empty(), task.await(Duration.ofMillis(1)));
        assertEquals("org.waypost.x: It is watched.", task.progress());
        manager.history.add(ended(6, Verdict.KEPT));
        assertEquals(Optional.empty(), task.await(Duration.ofMillis(1)));
        manager.history.add(ended(7, Verdict.ROLLED_BACK));
        assertEquals(Optional.of(new Answer.Refused<String>("org.waypost.x 1.0.0 runs again; 1.1.0 was taken back: why.")),
                task.await(Duration.ofSeconds(5)));
    }

    @Test
    void anEndIsFoundAlsoIfTheManagerWasAway() {
        gate.bind(manager);
        Task task = ((Answer.Ok<Task>) admin.replace("bb", Optional.empty(), false)).value();
        gate.unbind(manager);
        assertEquals(Optional.empty(), task.await(Duration.ofMillis(1)));
        manager.history.add(ended(7, Verdict.KEPT));
        gate.bind(manager);
        assertEquals(Optional.of(new Answer.Ok<>("org.waypost.x 1.0.0 was replaced by 1.1.0: why.")), task.await(Duration.ofSeconds(5)));
    }

    @Test
    void aManagerThatStaysAwayIsNotWaitedForForEver() {
        gate.bind(manager);
        Task task = ((Answer.Ok<Task>) admin.replace("bb", Optional.empty(), false)).value();
        gate.unbind(manager);
        Answer.Refused<?> refused = assertInstanceOf(Answer.Refused.class, task.await(Duration.ofSeconds(30)).orElseThrow());
        assertTrue(refused.reason().contains("module:history"), refused.reason());
    }

    @Test
    void anUnknownModuleIsToldFromOneThatCannotBePutBack() {
        gate.bind(manager);
        assertEquals(Answer.Cause.UNKNOWN, assertInstanceOf(Answer.Refused.class, admin.rollback("nothing")).cause());
        assertEquals(Answer.Cause.NOT_POSSIBLE, assertInstanceOf(Answer.Refused.class, admin.rollback("x")).cause());
    }

    @Test
    void theHistoryIsThatOfTheModuleThatIsNamed() {
        gate.bind(manager);
        manager.history.add(ended(1, Verdict.KEPT));
        assertEquals(admin.history(Optional.empty()), admin.history(Optional.of("x")));
        assertEquals(admin.history(Optional.empty()), admin.history(Optional.of("org.waypost.x")));
        assertEquals(new Answer.Ok<>(List.of()), admin.history(Optional.of("y")));
    }

    @Test
    void aMissingManagerIsSaidInASentence() {
        Answer.Refused<?> refused = assertInstanceOf(Answer.Refused.class, admin.modules());
        assertTrue(refused.reason().startsWith("The module manager is stopped or being replaced"), refused.reason());
    }

    private static Replacement ended(long number, Verdict verdict) {
        return new Replacement(number, Instant.EPOCH, "alice", "org.waypost.x", "1.0.0", "aa", "1.1.0", "bb", verdict, "why");
    }

    private static final class OneModule implements ModuleManager {
        final List<Replacement> history = new CopyOnWriteArrayList<>();

        @Override
        public CompletionStage<List<Module>> modules() {
            return CompletableFuture.completedStage(List.of());
        }

        @Override
        public CompletionStage<Staging> stage(Path jar, Optional<String> checksum, String who) {
            return CompletableFuture.completedStage(jar.startsWith("good.jar") ? new Staging.Ready(PLAN) : new Staging.Refused("No bundle."));
        }

        @Override
        public CompletionStage<Begun> replace(String checksum, Optional<Duration> watch, boolean force, String who) {
            return CompletableFuture.completedStage(new Begun.Going(7));
        }

        @Override
        public CompletionStage<Begun> rollback(String name, String who) {
            return CompletableFuture.completedStage(new Begun.Refused("No.", name.equals("nothing")));
        }

        @Override
        public CompletionStage<List<Replacement>> history() {
            return CompletableFuture.completedStage(List.copyOf(history));
        }

        @Override
        public Optional<Progress> progress() {
            return Optional.of(new Progress(7, "org.waypost.x", "It is watched."));
        }
    }
}
