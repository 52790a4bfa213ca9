package org.waypost.queue.engine;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.waypost.queue.Queue;
import org.waypost.queue.dsn.Badmail;
import org.waypost.queue.dsn.DsnComposer;
import org.waypost.queue.dsn.DsnPolicy;
import org.waypost.spool.Change;

/**
 * The advanced queuing engine. It owns no thread: all methods but {@link #queue()} are called in one
 * and the same thread, {@link #turn} after whatever was given to the executor has run.
 */
public final class Engine {
    private final Core core;
    private final Alarm alarm = new Alarm();
    private final Holds holds;
    private final Leftovers leftovers;
    private final Tenure tenure;
    private final Loader loader;
    private final Dispatcher dispatcher;
    private final CategorizeStage categorizeStage;
    private final RouteStage routeStage;
    private final Settlement settlement;
    private final Sweep sweep;
    private final Queue queue;
    private Optional<CompletableFuture<Void>> stopping = Optional.empty();

    /**
     * @param executor runs tasks in the engine's thread
     * @param holder who holds the spool's lease, for people
     */
    public Engine(Services services, Executor executor, InstantSource clock, Supplier<QueueSettings> settings,
            Holds holds, Leftovers leftovers, Badmail badmail, DsnComposer composer, String holder) {
        this.holds = holds;
        this.leftovers = leftovers;
        MessageTable table = new MessageTable(() -> settings.get().maxInMemory());
        core = new Core(services, executor, clock, settings, new Queues(alarm, holds::apply), table,
                new Committer(services.spool(), executor, services.events()), new Timer(), new Trail(services.tracking(), clock));
        DsnPolicy policy = new DsnPolicy();
        Reports reports = new Reports(core, composer);
        dispatcher = new Dispatcher(core);
        settlement = new Settlement(core, policy, reports, badmail, this::resume);
        dispatcher.onEnd(new Results(core, dispatcher, settlement));
        categorizeStage = new CategorizeStage(core, dispatcher, new Expansion(core, policy, reports, settlement), settlement);
        routeStage = new RouteStage(core, dispatcher, settlement);
        Intake intake = new Intake(core);
        loader = new Loader(services, executor, table, intake::take);
        sweep = new Sweep(core, policy, reports, settlement, loader);
        tenure = new Tenure(services, executor, holder, this::begin, this::forget);
        queue = new Administration(core, new QueueView(core, loader, holds), new Search(core, loader),
                new Holding(core, holds, dispatcher), intake, dispatcher, new Interventions(core, dispatcher, settlement));
    }

    /** The engine for others; any thread. */
    public Queue queue() {
        return queue;
    }

    /** Does all that can be done now. @return when to be called again at the latest */
    public Instant turn() {
        Instant now = core.now();
        core.timer().run(now);
        Instant next = tenure.turn(now);
        if (tenure.isHeld() && core.services().spool().isOpen()) {
            next = earlier(next, work(now));
        }
        next = earlier(next, core.committer().turn(now));
        stopping.filter(done -> isQuiet()).ifPresent(done -> done.complete(null));
        return earlier(next, core.timer().next());
    }

    /** A spool came, the first or another one. */
    public void spoolCame() {
        tenure.renew();
        core.committer().spoolCame();
    }

    /** A service came that something may have waited for. */
    public void serviceCame() {
        dispatcher.offerAll();
    }

    /** Another categorizer came, or this one can answer again: nothing need wait for its time any longer. */
    public void categorizerChanged() {
        categorizeStage.categorizerChanged();
    }

    /** Another router came, or this one has other routes. */
    public void routesChanged() {
        routeStage.routesChanged();
    }

    /**
     * Begins nothing new, and lets nothing wait for a service that is away. @return completes when what is
     * under way is delivered, and stored if there is a spool
     */
    public CompletableFuture<Void> stop() {
        core.services().shut();
        CompletableFuture<Void> done = new CompletableFuture<>();
        stopping = Optional.of(done);
        return done;
    }

    /** Gives the spool to the next one, and what is not stored to the next engine. */
    public void end() {
        try {
            leftovers.keep(core.committer().unstored());
        } catch (IOException e) {
            core.events().report(QueueEvent.LEFTOVERS_NOT_KEPT, e);
        }
        loader.end();
        tenure.end();
    }

    private Instant work(Instant now) {
        if (!now.isBefore(alarm.next())) {
            core.queues().release(now);
            dispatcher.offerAll();
        }
        if (stopping.isPresent()) {
            return Instant.MAX;
        }
        Instant next = core.committer().isInDoubt() ? Instant.MAX : loader.turn(now);
        feed(core.queues().deferred(), core.queues().submission());
        feed(core.queues().submission(), core.queues().categorize());
        feed(core.queues().unreachable(), core.queues().route());
        categorizeStage.turn();
        routeStage.turn();
        dispatcher.turn(now);
        return earlier(earlier(next, sweep.turn(now)), alarm.next());
    }

    private boolean isQuiet() {
        boolean stored = settlement.open() == 0 && core.committer().isIdle();
        return dispatcher.active() == 0 && (stored || !core.services().spool().isOpen());
    }

    private static void feed(JobQueue from, JobQueue to) {
        for (Optional<Job> job = from.take(); job.isPresent(); job = from.take()) {
            to.putReady(job.get());
        }
    }

    private void begin() {
        try {
            holds.load();
        } catch (IOException e) {
            core.events().report(QueueEvent.FROZEN_NOT_READ, e);
        }
        core.queues().all().forEach(holds::apply);
        core.events().report(QueueEvent.STARTED);
        storeLeftovers();
        dispatcher.offerAll();
    }

    /** Before anything is loaded, so that none of it is delivered again. */
    private void storeLeftovers() {
        List<Change> changes = List.of();
        try {
            changes = leftovers.read();
        } catch (IOException e) {
            core.events().report(QueueEvent.LEFTOVERS_NOT_READ, e);
        }
        if (changes.isEmpty()) {
            loader.begin();
        } else {
            core.committer().add(changes, this::leftoversStored);
        }
    }

    private void leftoversStored() {
        try {
            leftovers.forget();
        } catch (IOException e) {
            core.events().report(QueueEvent.LEFTOVERS_NOT_READ, e);
        }
        loader.begin();
    }

    /** Another one works on the spool: what is in memory is not true any more. Results on their way are still stored. */
    private void forget() {
        loader.end();
        core.table().forgetAll();
    }

    private void resume(Job job) {
        if (job.queue() instanceof LinkQueue link) {
            if (!routeStage.takeOutdated(job, link)) {
                dispatcher.place(job, link, job.recipientsDue());
            }
        } else {
            job.queue().putWaiting(job, job.recipientsDue());
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
