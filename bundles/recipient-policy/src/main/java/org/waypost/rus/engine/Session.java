package org.waypost.rus.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.waypost.directory.ChangeBatch;
import org.waypost.directory.ChangeListener;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;
import org.waypost.directory.Watch;
import org.waypost.event.EventLog;
import org.waypost.policy.Run;
import org.waypost.rus.lease.Timer;

/**
 * An instance at work with one directory and one set of policies: follows changes, and makes runs one after the
 * other. When the directory goes away it waits and goes on. Any thread.
 */
final class Session implements ChangeListener, AutoCloseable {
    private static final String RECIPIENTS = "(mailNickname=*)";
    private static final String NOT_STAMPED = "(&(mailNickname=*)(!(proxyAddresses=*)))";

    private final Desk desk;
    private final String base;
    private final StateKeeper state;
    private final InstantSource clock;
    private final EventLog events;
    private final Consumer<Run> ended;
    private final RunQueue runs;
    private Directory.Watching watching;
    private Optional<Instant> batchBegan = Optional.empty();
    private Optional<Duration> lag = Optional.empty();
    private String waiting = "";
    private boolean closed;

    Session(Desk desk, String base, StateKeeper state, InstantSource clock, EventLog events, Timer timer, Consumer<Run> ended) {
        this.desk = desk;
        this.base = base;
        this.state = state;
        this.clock = clock;
        this.events = events;
        this.ended = ended;
        this.runs = new RunQueue(desk, base, timer, this::away);
    }

    /** Goes on where the last one ended; looks at everybody if the policies are others than then. */
    void open() {
        if (!desk.writes()) {
            events.report(RusEvent.REPORT_ONLY, desk.name());
        }
        RusState before = state.get(base);
        boolean sameAsBefore = before.fingerprint().equals(Optional.of(desk.fingerprint()));
        CompletionStage<?> pass = sameAsBefore ? CompletableFuture.completedStage(null) : rebuild();
        if (before.position().isPresent()) {
            follow();
        } else {
            // Without a position the watch begins with everybody too: after the pass, when nothing is left to be written.
            pass.whenComplete((run, failure) -> follow());
        }
    }

    private void follow() {
        RusState before = state.get(base);
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        Directory.Watching now = desk.directory().watch(new Watch(Search.Role.DOMAIN, base, RECIPIENTS, desk.policies().attributes(),
                before.position()), this);
        boolean late;
        synchronized (this) {
            watching = now;
            late = closed;
        }
        if (late) {
            now.close();
        }
    }

    CompletionStage<Run> rebuild() {
        String fingerprint = desk.fingerprint();
        return enqueue(RECIPIENTS, Optional.empty()).thenApply(run -> {
            state.change(base, before -> before.by(fingerprint));
            return run;
        });
    }

    /** Changes are followed anyway: what is left are those that could not be stamped when they changed. */
    CompletionStage<Run> update() {
        return enqueue(NOT_STAMPED, Optional.empty());
    }

    CompletionStage<Run> apply(String policy) {
        return enqueue(RECIPIENTS, Optional.of(recipient ->
                desk.policies().table().of(recipient).filter(found -> found.name().equals(policy)).isPresent()));
    }

    @Override
    public CompletionStage<Void> changed(ChangeBatch batch) {
        Instant began = clock.instant();
        Map<UUID, Entry> changed = new LinkedHashMap<>();
        for (DirectoryChange change : batch.changes()) {
            if (change instanceof DirectoryChange.Changed now) {
                changed.put(change.id(), now.entry());
            }
        }
        synchronized (this) {
            waiting = "";
            batchBegan = Optional.of(began);
        }
        return desk.stamp(new ArrayList<>(changed.values())).thenAccept(tally -> {
            synchronized (this) {
                batchBegan = Optional.empty();
                lag = Optional.of(Duration.between(began, clock.instant()));
            }
            batch.position().ifPresent(position -> state.change(base, before -> before.at(position)));
        });
    }

    @Override
    public void interrupted(String reason) {
        away(reason);
    }

    synchronized String state() {
        return !waiting.isEmpty() ? "waits: " + waiting : runs.running().isPresent() ? "running" : watching == null ? "starting" : "following";
    }

    boolean writes() {
        return desk.writes();
    }

    Optional<Run> running() {
        return runs.running();
    }

    synchronized Optional<Duration> lag() {
        return batchBegan.map(began -> Duration.between(began, clock.instant())).or(() -> lag);
    }

    @Override
    public void close() {
        Optional<Directory.Watching> open;
        synchronized (this) {
            closed = true;
            open = Optional.ofNullable(watching);
        }
        runs.close();
        open.ifPresent(Directory.Watching::close);
    }

    private CompletionStage<Run> enqueue(String filter, Optional<Predicate<Entry>> whom) {
        return runs.add(filter, whom).thenApply(result -> {
            synchronized (this) {
                waiting = "";
            }
            events.report(RusEvent.RUN_ENDED, desk.name(), result.seen(), filter, result.written(), result.reported(), result.failed());
            ended.accept(result);
            return result;
        });
    }

    private void away(String reason) {
        boolean isNews;
        synchronized (this) {
            isNews = waiting.isEmpty() && !closed;
            waiting = String.valueOf(reason);
        }
        if (isNews) {
            events.report(RusEvent.DIRECTORY_AWAY, desk.name(), reason);
        }
    }
}
