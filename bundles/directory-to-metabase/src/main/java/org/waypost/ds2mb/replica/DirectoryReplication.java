package org.waypost.ds2mb.replica;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import org.waypost.directory.Directory;
import org.waypost.directory.Entry;
import org.waypost.event.EventLog;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.PropertySchema;
import org.waypost.replication.Replication;
import org.waypost.service.Gate;
import org.waypost.service.ServiceAwayException;
import org.waypost.settings.Standing;

/** Replicates while there are a directory and a metabase, which may come, go and be replaced. Any thread. */
public final class DirectoryReplication implements Replication, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MAX_WAITING = 10;

    private final Gate<Metabase> gate = new Gate<>("metabase", PATIENCE, MAX_WAITING, ForkJoinPool.commonPool());
    private final EventLog events;
    private final InstantSource clock;
    private Optional<Directory> directory = Optional.empty();
    private Optional<Metabase> metabase = Optional.empty();
    private Optional<Session> session = Optional.empty();
    private Optional<Instant> last = Optional.empty();
    private CompletionStage<Void> ended = CompletableFuture.completedStage(null);

    public DirectoryReplication(EventLog events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    public synchronized void bind(Directory newDirectory) {
        directory = Optional.of(newDirectory);
        restart(false);
    }

    /** Ignored if another one has been bound since. */
    public synchronized void unbind(Directory oldDirectory) {
        if (directory.filter(bound -> bound == oldDirectory).isPresent()) {
            directory = Optional.empty();
            stop();
        }
    }

    public synchronized void bind(Metabase newMetabase) {
        metabase = Optional.of(newMetabase);
        gate.bind(newMetabase);
        restart(false);
    }

    /** Waits for a write in flight. As {@link #unbind(Directory)}. */
    public void unbind(Metabase oldMetabase) {
        synchronized (this) {
            if (metabase.filter(bound -> bound == oldMetabase).isPresent()) {
                metabase = Optional.empty();
                stop();
            }
        }
        gate.unbind(oldMetabase);
    }

    @Override
    public synchronized Status status() {
        if (session.isEmpty()) {
            return new Status(directory.isEmpty() ? "waiting for the directory" : "waiting for the metabase", "", 0, last, List.of());
        }
        Progress progress = session.get().progress();
        Replica replica = session.get().replicator().replica();
        List<Fault> faults = replica.flaws().entrySet().stream().map(flaw ->
                new Fault(replica.objects().get(flaw.getKey()).current().dn(), flaw.getValue().cause(), flaw.getValue().since())).toList();
        return new Status(progress.state(), session.get().method(), replica.inForce(), progress.last(), faults);
    }

    /** All that a configuration of that pid may hold; empty while it is not known. */
    public List<PropertySchema> schemas(String pid) {
        Optional<Metabase> now;
        synchronized (this) {
            now = metabase;
        }
        return now.map(known -> known.schemas(pid)).orElse(List.of());
    }

    /** Of a virtual server or a connector as the directory has it now, read with all attributes that are replicated. */
    public synchronized Standing standing(Entry entry) {
        return session.map(open -> open.replicator().replica().standing(entry, directory.orElseThrow().serverName()))
                .orElseGet(() -> new Standing(Standing.State.PENDING, "The replication is " + status().state() + "."));
    }

    @Override
    public synchronized CompletionStage<String> resync() {
        if (session.isEmpty()) {
            return CompletableFuture.failedStage(new ServiceAwayException("There is no directory, or no metabase, at present"));
        }
        restart(true);
        return session.orElseThrow().progress().comparison();
    }

    @Override
    public synchronized void close() {
        stop();
        gate.shut();
    }

    private void restart(boolean everything) {
        stop();
        if (directory.isPresent() && metabase.isPresent()) {
            Progress progress = new Progress(last);
            Replicator replicator = new Replicator(Scope.of(directory.get()), gate, events, clock, progress);
            Session next = new Session(directory.get(), replicator, progress);
            session = Optional.of(next);
            ended.thenRun(() -> next.open(everything));
        }
    }

    private void stop() {
        session.ifPresent(open -> {
            last = open.progress().last();
            ended = open.close();
        });
        session = Optional.empty();
    }
}
