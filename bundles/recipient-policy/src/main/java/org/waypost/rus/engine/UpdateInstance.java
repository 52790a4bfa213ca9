package org.waypost.rus.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.waypost.directory.Directory;
import org.waypost.event.EventLog;
import org.waypost.metabase.Metabase;
import org.waypost.policy.RecipientUpdateService.Status;
import org.waypost.policy.Run;
import org.waypost.rus.lease.Timer;

/**
 * An instance of the Recipient Update Service. It works while it has a directory, the metabase with its state, and
 * policies; each may go and come again. Any thread; returns at once.
 */
public final class UpdateInstance implements AutoCloseable {
    private final String name;
    private final InstantSource clock;
    private final EventLog events;
    private final ScheduledExecutorService thread;
    private final Timer timer;
    private final StateKeeper state;
    private RusSettings settings;
    private Directory directory;
    private PolicySet policies;
    private Session session;
    private Run last = Run.NOTHING;
    private Optional<Instant> lastEnded = Optional.empty();

    /** @param thread a single one, of this instance; stays its maker's */
    public UpdateInstance(String name, RusSettings settings, InstantSource clock, EventLog events, ScheduledExecutorService thread) {
        this.name = name;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.thread = thread;
        this.timer = new ThreadTimer(thread);
        this.state = new StateKeeper(name, thread);
    }

    public String name() {
        return name;
    }

    public void configure(RusSettings now) {
        change(() -> settings = now);
    }

    public void bind(Directory now) {
        change(() -> directory = now);
    }

    /** Ignored if another one has been bound since. */
    public void unbind(Directory gone) {
        change(() -> directory = directory == gone ? null : directory);
    }

    public void bind(Metabase now) {
        change(() -> state.bind(now));
    }

    /** Goes on without; its state is written when one is there again. */
    public void unbind(Metabase gone) {
        state.unbind(gone);
    }

    /** The policies in force from now on. */
    public void policies(PolicySet now) {
        change(() -> policies = now);
    }

    /** Update Now. */
    public CompletionStage<Run> update() {
        return run(Session::update);
    }

    /** Rebuild. */
    public CompletionStage<Run> rebuild() {
        return run(Session::rebuild);
    }

    /** Those that a policy is in force for. */
    public CompletionStage<Run> apply(String policy) {
        return run(now -> now.apply(policy));
    }

    public synchronized Status status() {
        Optional<Session> now = Optional.ofNullable(session);
        return new Status(name, settings.base(), settings.server().orElse(""), now.map(Session::state).orElse(missing()),
                now.map(Session::writes).orElse(settings.stamping().orElse(false)), now.flatMap(Session::running), last, lastEnded,
                now.flatMap(Session::lag));
    }

    @Override
    public void close() {
        synchronized (this) {
            end();
        }
        state.save();
    }

    private synchronized CompletionStage<Run> run(Function<Session, CompletionStage<Run>> which) {
        return session == null ? CompletableFuture.failedStage(new IllegalStateException(name + " " + missing())) : which.apply(session);
    }

    private synchronized String missing() {
        return directory == null ? "waits for the directory" : policies == null ? "waits for the policies" : "waits for the metabase";
    }

    private synchronized void change(Runnable what) {
        what.run();
        end();
        if (directory == null || policies == null || !state.isKnown()) {
            return;
        }
        Optional<Directory> target = settings.server().map(directory::at).orElse(Optional.of(directory));
        if (target.isEmpty()) {
            events.report(RusEvent.NO_SUCH_SERVER, name, settings.server().orElseThrow());
            return;
        }
        Desk desk = Desk.of(name, target.get(), policies, settings, clock, timer, events);
        session = new Session(desk, settings.base(), state, clock, events, timer, this::ended);
        thread.execute(session::open);
    }

    private synchronized void end() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private synchronized void ended(Run run) {
        last = run;
        lastEnded = Optional.of(clock.instant());
    }

    /** Between attempts to reach a directory that is away. */
    static Duration pause(int attempts) {
        return Duration.ofSeconds(Math.min(60, 1L << Math.min(attempts, 6)));
    }
}
