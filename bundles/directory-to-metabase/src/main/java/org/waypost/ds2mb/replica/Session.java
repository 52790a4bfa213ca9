package org.waypost.ds2mb.replica;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.ChangeBatch;
import org.waypost.directory.ChangeListener;
import org.waypost.directory.Directory;
import org.waypost.directory.Position;

/** A replication while one directory and one metabase are there: it has the watch. */
final class Session {
    private final Directory directory;
    private final Replicator replicator;
    private final Progress progress;
    private CompletionStage<Void> atWork = CompletableFuture.completedStage(null);
    private Optional<Directory.Watching> watching = Optional.empty();
    private boolean closed;

    Session(Directory directory, Replicator replicator, Progress progress) {
        this.directory = directory;
        this.replicator = replicator;
        this.progress = progress;
    }

    /** @param everything whether all is compared, however far it was followed before */
    synchronized void open(boolean everything) {
        atWork = replicator.begin().handle((from, failure) -> {
            watch(everything || failure != null ? Optional.empty() : from);
            return null;
        });
    }

    /** No batch begins after this returned. Completes when the last one ended. */
    CompletionStage<Void> close() {
        Optional<Directory.Watching> open;
        synchronized (this) {
            closed = true;
            open = watching;
            watching = Optional.empty();
        }
        open.ifPresent(Directory.Watching::close);
        progress.ended();
        synchronized (this) {
            return atWork.exceptionally(failure -> null);
        }
    }

    /** How changes are learned. */
    synchronized String method() {
        return watching.map(Directory.Watching::method).orElse("");
    }

    Replicator replicator() {
        return replicator;
    }

    Progress progress() {
        return progress;
    }

    private void watch(Optional<Position> from) {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        Directory.Watching opened = directory.watch(Scope.of(directory).watch(from), new Listener());
        boolean late;
        synchronized (this) {
            late = closed;
            watching = late ? Optional.empty() : Optional.of(opened);
        }
        if (late) {
            opened.close();
        }
    }

    /** Remembers the batch at work. */
    private final class Listener implements ChangeListener {
        @Override
        public CompletionStage<Void> changed(ChangeBatch batch) {
            CompletionStage<Void> work = replicator.changed(batch);
            synchronized (Session.this) {
                atWork = work;
            }
            return work;
        }

        @Override
        public void interrupted(String reason) {
            replicator.interrupted(reason);
        }
    }
}
