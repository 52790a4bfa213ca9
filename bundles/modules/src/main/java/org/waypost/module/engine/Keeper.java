package org.waypost.module.engine;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.waypost.event.EventLog;
import org.waypost.module.engine.Platform.SwapException;
import org.waypost.module.jar.JarReader;
import org.waypost.module.jar.NoModuleException;
import org.waypost.module.store.Pending;
import org.waypost.module.store.Pending.Phase;
import org.waypost.module.watch.Limits;
import org.waypost.module.watch.Watch;
import org.waypost.modules.Progress;

/**
 * Carries a replacement through: in, watched, kept or back. Every step is on disk before it is taken, so another keeper
 * can go on from there. One thread at a time, which may outlive the component: when this bundle itself is replaced.
 */
final class Keeper {
    /** A component that is set up anew, or whose partner is, is away for a moment: so many looks are more than that. */
    private static final int LASTING = 3;

    private final Platform platform;
    private final Books books;
    private final Conclusion conclusion;
    private final Monitor monitor;
    private final InstantSource clock;
    private final Supplier<ModuleSettings> settings;
    private final Swapper swapper;
    private final Keepers keepers;
    private volatile Progress progress;
    private volatile boolean leaving;
    private Optional<Instant> begun = Optional.empty();

    Keeper(Platform platform, Books books, Monitor monitor, InstantSource clock, EventLog events, Supplier<ModuleSettings> settings) {
        this.platform = platform;
        this.books = books;
        this.monitor = monitor;
        this.clock = clock;
        this.settings = settings;
        this.conclusion = new Conclusion(books, events, clock);
        this.swapper = new Swapper(platform);
        this.keepers = new Keepers(books.pending());
    }

    Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    /** What is under way is left to whoever comes next, but for a module that is just being put in. */
    void leave() {
        leaving = true;
    }

    Keepers keepers() {
        return keepers;
    }

    /** From the beginning. The pending file has it, with this keeper. */
    void carry(Pending pending) throws IOException {
        try {
            tell(pending, "The new version is being put in.");
            begun = Optional.of(clock.instant());
            swapper.swap(pending.name(), books.jars().file(pending.checksum()), settings.get().start());
            afterSwap(pending);
        } catch (SwapException e) {
            rollBack(pending, e.getMessage());
        } finally {
            begun = Optional.empty();
            progress = null;
        }
    }

    /** Goes on with what another keeper began. */
    void resume(Pending pending, String running, Duration patience) throws IOException {
        try {
            boolean in = running.equals(pending.checksum());
            if (pending.phase() == Phase.FAILED && running.equals(pending.fromChecksum())) {
                conclusion.rolledBack(pending);
            } else if (pending.phase() == Phase.FAILED) {
                rollBack(pending, pending.reason());
            } else if (in && (pending.phase() == Phase.ACTIVE || keepers.isThisProcess(pending))) {
                Pending mine = keepers.take(pending);
                awaitWork(mine, patience);
            } else {
                rollBack(keepers.take(pending), in ? "the server ended while it was being put in" : "something else was put in meanwhile");
            }
        } finally {
            progress = null;
        }
    }

    /** This keeper may be of the version that was replaced: then the new one must take over, which shows that it works. */
    private void afterSwap(Pending pending) throws IOException {
        if (!leaving) {
            awaitWork(pending, settings.get().start());
        } else if (!until(settings.get().start(), () -> !keepers.isMine(pending))) {
            rollBack(pending, "the new module manager did not take over within " + settings.get().start().toSeconds() + " s");
        }
    }

    private void awaitWork(Pending pending, Duration patience) throws IOException {
        tell(pending, "The new version is in; it has to show that it works.");
        until(patience, () -> leaving || platform.problems(pending.name()).isEmpty());
        List<String> problems = platform.problems(pending.name());
        if (leaving) {
            return;
        }
        if (problems.isEmpty()) {
            Pending active = pending.in(Phase.ACTIVE, "");
            books.pending().write(active);
            watch(active);
        } else {
            rollBack(pending, String.join("; ", problems));
        }
    }

    private void watch(Pending pending) throws IOException {
        tell(pending, "The new version works, and is watched for " + pending.watch().toSeconds() + " s.");
        Instant replaced = clock.instant();
        Look look = new Look(replaced, origins(pending), pending.watch());
        while (!leaving && look.worse.isEmpty() && look.goesOn(clock.instant())) {
            pause();
            look.again(platform.problems(pending.name()));
        }
        if (look.worse.isPresent()) {
            rollBack(pending, look.worse.get());
        } else if (!leaving) {
            conclusion.kept(pending, pending.watch().isZero() ? "it works" : "it was watched for "
                    + Duration.between(replaced, clock.instant()).toSeconds() + " s and is no worse than before");
        }
    }

    /** At a replacement, again and again. */
    private final class Look {
        private final Instant begun = Keeper.this.begun.orElseGet(clock::instant);
        private final Instant replaced;
        private final Set<String> origins;
        private final Instant end;
        private Optional<String> worse = Optional.empty();
        private boolean undecided;
        private int withProblems;

        private Look(Instant replaced, Set<String> origins, Duration length) {
            this.replaced = replaced;
            this.origins = origins;
            this.end = replaced.plus(length);
        }

        private void again(List<String> problems) {
            Instant now = clock.instant();
            Limits limits = settings.get().limits();
            Watch watch = monitor.watch(begun, replaced, origins);
            withProblems = problems.isEmpty() ? 0 : withProblems + 1;
            worse = withProblems < LASTING ? watch.worse(limits, now) : Optional.of(String.join("; ", problems));
            undecided = withProblems > 0 || watch.undecided(limits, now);
        }

        /** In doubt beyond its end, but no longer than a stage may stand still after that. */
        private boolean goesOn(Instant now) {
            Limits limits = settings.get().limits();
            return now.isBefore(end) || undecided && now.isBefore(end.plus(limits.stuck()).plus(limits.settle()));
        }
    }

    private Set<String> origins(Pending pending) {
        Set<String> origins = new TreeSet<>(Set.of(pending.name()));
        try {
            origins.addAll(JarReader.read(books.jars().file(pending.checksum()), pending.checksum()).packages());
        } catch (NoModuleException e) {
            // It was read before it was put in; its errors are still known by its name.
        }
        return origins;
    }

    private void rollBack(Pending pending, String reason) throws IOException {
        Pending failed = pending.in(Phase.FAILED, reason);
        tell(failed, "It is being rolled back: " + reason + ".");
        books.pending().write(failed);
        try {
            swapper.swap(failed.name(), books.jars().file(failed.fromChecksum()), settings.get().start());
        } catch (SwapException e) {
            conclusion.broken(failed, reason + "; and the one before: " + e.getMessage());
            return;
        }
        // If this keeper's own bundle was rolled back, the version that runs again tells the end.
        if (!leaving || !until(settings.get().start(), () -> keepers.isNobodys(failed))) {
            conclusion.rolledBack(failed);
        }
    }

    private boolean until(Duration patience, Supplier<Boolean> done) {
        Instant end = clock.instant().plus(patience);
        while (!done.get()) {
            if (!clock.instant().isBefore(end)) {
                return false;
            }
            pause();
        }
        return true;
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.get().tick().toMillis());
        } catch (InterruptedException e) {
            leaving = true;
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Pending pending, String phase) {
        progress = new Progress(pending.number(), pending.name(), phase);
    }
}
