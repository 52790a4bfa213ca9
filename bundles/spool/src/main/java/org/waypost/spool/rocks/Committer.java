package org.waypost.spool.rocks;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.waypost.event.EventLog;
import org.waypost.mail.ContentId;
import org.waypost.spool.SpoolFullException;
import org.waypost.spool.StoredMessage;

/**
 * The one thread that writes rows: whatever waits goes into one batch with one sync, so the sync is
 * shared by all who wait for it.
 */
final class Committer implements AutoCloseable {
    /**
     * What came of a group of commits, in the order in which they were added.
     *
     * @param failures the cause of each commit that was not made
     * @param accepted messages that are new
     * @param unused content files that no message needs any more
     */
    record Made(List<Commit> commits, Map<Commit, Exception> failures, List<StoredMessage> accepted, List<ContentId> unused) {
    }

    private final PendingCommits pending;
    private final Database database;
    private final IdSource ids;
    private final EventLog events;
    private final Consumer<Made> whenMade;
    private final Thread thread;
    private volatile long messages;
    private boolean broken;

    /** @param whenMade is told of each group, in order, in the committer's thread; must not wait */
    Committer(Store store, PendingCommits pending, EventLog events, Consumer<Made> whenMade) {
        database = store.database();
        ids = store.ids();
        messages = store.state().messages();
        this.pending = pending;
        this.events = events;
        this.whenMade = whenMade;
        thread = new Thread(this::run, "waypost-spool-committer");
    }

    void start() {
        thread.start();
    }

    /** Messages in the spool. */
    long messages() {
        return messages;
    }

    /** Makes what waits, then ends. Nothing may be added afterwards. */
    @Override
    public void close() {
        pending.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            List<Commit> group = pending.take();
            while (!group.isEmpty()) {
                whenMade.accept(make(group));
                group = pending.take();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the committer", e);
        }
    }

    private Made make(List<Commit> group) {
        Map<Commit, Exception> failures = new IdentityHashMap<>();
        BatchBuilder builder = new BatchBuilder(database);
        try {
            recover();
            boolean sync = false;
            for (Commit commit : group) {
                try {
                    builder.add(commit.changes());
                    sync |= commit.synced();
                } catch (IllegalStateException e) {
                    failures.put(commit, e);
                }
            }
            // A file is removed only when no power cut can bring its message back.
            write(builder, sync || !builder.unused().isEmpty());
            return new Made(group, failures, builder.accepted(), builder.unused());
        } catch (IOException | RuntimeException e) {
            events.report(SpoolEvent.WRITE_FAILED, e.getMessage(), e);
            group.forEach(commit -> failures.putIfAbsent(commit, e));
            return new Made(group, failures, List.of(), List.of());
        }
    }

    private void write(BatchBuilder builder, boolean sync) throws IOException {
        Batch batch = builder.batch();
        if (batch.isEmpty()) {
            return;
        }
        long after = messages + builder.growth();
        batch.put(Table.STATE, Keys.STATE, new StateRow(after, ids.last()).toBytes());
        long before = database.sequence();
        try {
            database.write(batch, sync);
        } catch (IOException | SpoolFullException e) {
            broken = true;
            recover();
            if (database.sequence() < before + batch.writes().size()) {
                throw e;
            }
            // It had reached the log before the failure, and opening has made it durable.
        }
        messages = after;
    }

    /** RocksDB takes no more writes after a failed one; opened anew it has all that was complete. */
    private void recover() throws IOException {
        if (broken) {
            database.reopen();
            byte[] state = database.get(Table.STATE, Keys.STATE);
            messages = state == null ? 0 : StateRow.of(state).messages();
            broken = false;
        }
    }
}
