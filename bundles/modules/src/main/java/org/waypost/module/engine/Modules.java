package org.waypost.module.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.waypost.event.EventLog;
import org.waypost.module.store.Pending;
import org.waypost.module.store.Pending.Kind;
import org.waypost.modules.Begun;
import org.waypost.modules.Module;
import org.waypost.modules.ModuleManager;
import org.waypost.modules.Plan;
import org.waypost.modules.Progress;
import org.waypost.modules.Replacement;
import org.waypost.modules.Staging;
import org.waypost.service.ServiceAwayException;

/** The module manager: a thread that answers, and one that replaces. */
public final class Modules implements ModuleManager, AutoCloseable {
    private static final Duration LONGEST_WATCH = Duration.ofHours(1);
    /** A server that starts takes its time until all modules are there. */
    private static final Duration START_OF_SERVER = Duration.ofMinutes(5);

    private final Platform platform;
    private final Books books;
    private final Running running;
    private final EventLog events;
    private final Keeper keeper;
    private final Desk desk;
    private final Restorer restorer;
    private final AtomicBoolean busy = new AtomicBoolean(true);
    private final ExecutorService answers = Executors.newSingleThreadExecutor(work -> new Thread(work, "waypost-modules"));
    private final ExecutorService replacing = Executors.newSingleThreadExecutor(work -> new Thread(work, "waypost-modules-keeper"));
    private volatile ModuleSettings settings;
    private volatile boolean leaving;

    /** @param folder of all that is kept */
    public Modules(Platform platform, Path folder, Monitor monitor, InstantSource clock, EventLog events, ModuleSettings settings) {
        this.platform = platform;
        this.settings = settings;
        this.books = Books.in(folder);
        this.running = new Running(platform);
        this.events = events;
        this.keeper = new Keeper(platform, books, monitor, clock, events, () -> this.settings);
        this.desk = new Desk(platform, books, running, keeper.keepers());
        this.restorer = new Restorer(platform, books, running, keeper.keepers(), events, clock);
    }

    /** Goes on with what is under way, and puts in again what the server forgot. */
    public void start() {
        replacing.execute(() -> kept(() -> {
            Optional<Pending> pending = books.pending().read();
            if (pending.isPresent()) {
                String checksum = platform.installed(pending.get().name()).map(running::checksum).orElse("");
                keeper.resume(pending.get(), checksum, START_OF_SERVER);
            }
            restore();
        }));
    }

    private void restore() throws IOException {
        Optional<Pending> next = leaving ? Optional.empty() : restorer.next();
        while (next.isPresent()) {
            keeper.carry(next.get());
            // One that could neither be put in nor taken back must not be tried for ever.
            boolean ended = books.pending().read().isEmpty();
            next = leaving || !ended ? Optional.empty() : restorer.next();
        }
    }

    public void configure(ModuleSettings newSettings) {
        settings = newSettings;
    }

    @Override
    public CompletionStage<List<Module>> modules() {
        return answer(desk::modules);
    }

    @Override
    public CompletionStage<Staging> stage(Path jar, Optional<String> checksum, String who) {
        return answer(() -> {
            try {
                return new Staging.Ready(desk.stage(jar, checksum, settings.requireChecksum()));
            } catch (RefusedException e) {
                events.report(ModuleEvent.REFUSED, jar, e.getMessage(), who);
                books.prune();
                return new Staging.Refused(e.getMessage());
            }
        });
    }

    @Override
    public CompletionStage<Begun> replace(String checksum, Optional<Duration> watch, boolean force, String who) {
        return begin(Kind.REPLACE, watch, force, who, () -> checksum);
    }

    @Override
    public CompletionStage<Begun> rollback(String name, String who) {
        return begin(Kind.PUT_BACK, Optional.empty(), true, who, () -> desk.before(name.startsWith(Desk.PREFIX) ? name : Desk.PREFIX + name));
    }

    private CompletionStage<Begun> begin(Kind kind, Optional<Duration> watch, boolean force, String who, Callable<String> jar) {
        return answer(() -> {
            try {
                Plan plan = desk.plan(jar.call(), "The jar");
                refuse(plan, watch, force);
                return going(plan, watch.orElse(settings.watch()), kind, who);
            } catch (RefusedException e) {
                return new Begun.Refused(e.getMessage(), e.isUnknown());
            }
        });
    }

    private static void refuse(Plan plan, Optional<Duration> watch, boolean force) throws RefusedException {
        if (plan.platform() && !force) {
            throw new RefusedException(plan.name() + " is part of the platform: when it is replaced, mail pauses or connections end."
                    + " Use --force to replace it all the same.", false);
        }
        if (watch.filter(w -> w.isNegative() || w.compareTo(LONGEST_WATCH) > 0).isPresent()) {
            throw new RefusedException("A replacement is watched for 0 s to 1 h, not for " + watch.get().toSeconds() + " s.", false);
        }
    }

    private Begun going(Plan plan, Duration watch, Kind kind, String who) throws IOException, RefusedException {
        if (!busy.compareAndSet(false, true)) {
            throw new RefusedException("Another module is being replaced: " + progress().map(p -> p.name() + ". " + p.phase())
                    .orElse("the server looks after the last one.") + " Wait for its end; module:history shows it.", false);
        }
        try {
            Pending pending = desk.begin(plan, watch, kind, who);
            events.report(ModuleEvent.BEGUN, plan.name(), plan.fromVersion(), plan.version(), plan.checksum(), who);
            replacing.execute(() -> kept(() -> keeper.carry(pending)));
            return new Begun.Going(pending.number());
        } catch (IOException | RejectedExecutionException e) {
            busy.set(false);
            throw e;
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void kept(Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            events.report(ModuleEvent.STORE_FAILED, books.folder(), e.toString(), e);
        } finally {
            busy.set(false);
        }
    }

    @Override
    public CompletionStage<List<Replacement>> history() {
        return answer(() -> {
            List<Replacement> newestFirst = new ArrayList<>(books.history().all());
            Collections.reverse(newestFirst);
            return newestFirst;
        });
    }

    @Override
    public Optional<Progress> progress() {
        return keeper.progress();
    }

    private <T> CompletionStage<T> answer(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            answers.execute(() -> {
                try {
                    answer.complete(question.call());
                } catch (Exception e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new ServiceAwayException("the module manager is ending"));
        }
        return answer;
    }

    /** What is under way goes on until somebody else can go on with it; its thread is not waited for. */
    @Override
    public void close() {
        leaving = true;
        keeper.leave();
        answers.shutdown();
        replacing.shutdown();
    }
}
