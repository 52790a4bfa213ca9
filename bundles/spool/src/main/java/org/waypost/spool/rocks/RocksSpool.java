package org.waypost.spool.rocks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;
import org.waypost.service.ServiceAwayException;
import org.waypost.service.Threads;
import org.waypost.spool.Change;
import org.waypost.spool.Spool;
import org.waypost.spool.StoredMessage;

/**
 * A spool in a folder of this machine: rows in RocksDB, large contents as files. After {@link #close()}
 * has returned another spool may open the folder, in this process or another.
 */
public final class RocksSpool implements Spool, AutoCloseable {
    private final Door door = new Door();
    private final Leases leases = new Leases();
    private final Disk disk = new Disk();
    private final ExecutorService answers = Executors.newSingleThreadExecutor(work -> new Thread(work, "waypost-spool-answers"));
    private final ScheduledExecutorService chores =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "waypost-spool-chores"));
    private final Store store;
    private final SpoolEnvironment environment;
    private final Path folder;
    private final FreeSpace space;
    private final PendingCommits pending;
    private final Committer committer;
    private final Reads reads;
    private final Writes writes;
    private final Subscribers subscribers;

    private RocksSpool(Store store, SpoolSettings settings, SpoolEnvironment environment) {
        this.store = store;
        this.environment = environment;
        folder = settings.folder();
        space = new FreeSpace(() -> environment.freeSpace().applyAsLong(folder), settings.reserve(), environment.events());
        pending = new PendingCommits(settings.pending());
        committer = new Committer(store, pending, environment.events(), made -> answers.execute(() -> answer(made)));
        reads = new Reads(store, disk);
        writes = new Writes(store, disk, pending, space, settings.inlineBelow());
        subscribers = new Subscribers(environment.events());
    }

    /**
     * Opens a folder; waits for the disk.
     *
     * @return empty while another owner has the folder
     * @throws IOException if it cannot be opened
     */
    public static Optional<RocksSpool> open(SpoolSettings settings, SpoolEnvironment environment) throws IOException {
        return Store.open(settings, environment).map(store -> {
            RocksSpool spool = new RocksSpool(store, settings, environment);
            spool.start();
            return spool;
        });
    }

    /** Takes over what can be changed in an open spool: inlineBelow, reserve and pending. */
    public void adjust(SpoolSettings settings) {
        writes.inlineBelow(settings.inlineBelow());
        space.reserve(settings.reserve());
        pending.limit(settings.pending());
    }

    @Override
    public MessageId nextId() {
        return new MessageId(store.ids().next());
    }

    @Override
    public CompletionStage<Void> append(ContentId id, long offset, ByteBuffer bytes) {
        return inside(() -> writes.append(id, offset, bytes));
    }

    @Override
    public CompletionStage<Void> discard(ContentId id) {
        return inside(() -> writes.discard(id).thenAccept(removed -> { }));
    }

    @Override
    public CompletionStage<Void> apply(List<Change> changes, Durability durability) {
        return inside(() -> writes.apply(changes, durability == Durability.SYNCED));
    }

    @Override
    public CompletionStage<ByteBuffer> read(ContentId id, long offset, int max) {
        return inside(() -> reads.content(id, offset, max));
    }

    @Override
    public CompletionStage<List<StoredMessage>> list(Optional<MessageId> after, int limit) {
        return inside(() -> reads.list(after, limit));
    }

    @Override
    public CompletionStage<Optional<StoredMessage>> find(MessageId id) {
        return inside(() -> reads.find(id));
    }

    @Override
    public long size() {
        return committer.messages();
    }

    @Override
    public Subscription subscribe(Consumer<List<StoredMessage>> accepted) {
        return subscribers.add(accepted);
    }

    @Override
    public Optional<Lease> lease(String name, String holder) {
        return leases.lease(name, holder);
    }

    /**
     * Ends what is under way, with its answers, and lets go of the folder. Later calls fail with
     * {@link ServiceAwayException}. Must not be called from a stage of this spool.
     */
    @Override
    public void close() throws IOException {
        if (door.isClosed()) {
            return;
        }
        door.close();
        leases.close();
        Threads.end(chores);
        committer.close();
        Threads.end(answers);
        disk.close();
        store.close();
        environment.events().report(SpoolEvent.CLOSED, folder);
    }

    private void start() {
        committer.start();
        space.look();
        chores.scheduleWithFixedDelay(space::look, 1, 1, TimeUnit.SECONDS);
        Sweeper sweeper = new Sweeper(store.files(), writes, environment.clock(), environment.events());
        chores.scheduleWithFixedDelay(sweeper::sweep, 0, 1, TimeUnit.HOURS);
        environment.events().report(SpoolEvent.OPENED, folder, size());
    }

    /** Subscribers come first: who subscribes after an accept was answered is not told of it. */
    private void answer(Committer.Made made) {
        subscribers.tell(made.accepted());
        Map<Commit, Exception> failures = made.failures();
        for (Commit commit : made.commits()) {
            Exception failure = failures.get(commit);
            if (failure == null) {
                commit.done().complete(null);
            } else {
                commit.done().completeExceptionally(failure);
            }
        }
        made.unused().forEach(writes::discard);
    }

    private <R> CompletionStage<R> inside(Supplier<CompletionStage<R>> work) {
        if (!door.enter()) {
            return CompletableFuture.failedFuture(new ServiceAwayException("the spool is closed"));
        }
        CompletableFuture<R> result = new CompletableFuture<>();
        CompletionStage<R> stage;
        try {
            stage = work.get();
        } catch (RuntimeException e) {
            stage = CompletableFuture.failedStage(e);
        }
        stage.whenComplete((value, failure) -> {
            door.leave();
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(Disk.cause(failure));
            }
        });
        return result;
    }
}
