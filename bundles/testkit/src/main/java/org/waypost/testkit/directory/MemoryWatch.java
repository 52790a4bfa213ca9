package org.waypost.testkit.directory;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.waypost.directory.ChangeBatch;
import org.waypost.directory.ChangeListener;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.Position;
import org.waypost.directory.Search;
import org.waypost.directory.Watch;

/** A watch of a {@link MemoryDirectory}: tells in the thread that changed the directory, or that took the batch before. */
final class MemoryWatch implements Directory.Watching {
    private static final String METHOD = "memory";
    private static final int COMPARED_AT_ONCE = 100;
    private static final long RETRY_MILLIS = 20;

    private final MemoryDirectory directory;
    private final Watch watch;
    private final ChangeListener listener;
    private Optional<Position> taken;
    private boolean busy;
    private boolean interrupted;
    private boolean told;
    private boolean closed;

    MemoryWatch(MemoryDirectory directory, Watch watch, ChangeListener listener) {
        this.directory = directory;
        this.watch = watch;
        this.listener = listener;
        this.taken = watch.from();
    }

    @Override
    public String method() {
        return METHOD + " of " + directory.invocationId();
    }

    @Override
    public synchronized void close() {
        closed = true;
        directory.forget(this);
    }

    /** Something may have changed: tells it unless the listener is still at the batch before. */
    void look() {
        if (directory.isAway()) {
            interrupt("the directory is away");
        } else if (begin()) {
            tell().whenComplete((done, failure) -> taken(failure));
        }
    }

    private CompletionStage<Void> tell() {
        try {
            int changes = directory.entries().changes();
            Position next = new Position(directory.invocationId(), METHOD, Integer.toString(changes));
            String base = directory.base(watch);
            Optional<Position> from = from();
            CompletionStage<Void> stage = from.isPresent()
                    ? give(ChangeBatch.Kind.CHANGES, directory.entries().since(Integer.parseInt(from.get().cookie()), base, watch), Optional.of(next))
                    : compare(directory.entries().find(base, Search.Scope.SUBTREE, watch.filter()), next);
            return stage.thenRun(() -> keep(next));
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private CompletionStage<Void> compare(List<StoredEntry> all, Position next) {
        CompletionStage<Void> stage = give(ChangeBatch.Kind.COMPARISON_BEGINS, List.of(), Optional.empty());
        for (int i = 0; i < all.size(); i += COMPARED_AT_ONCE) {
            List<DirectoryChange> part = all.subList(i, Math.min(i + COMPARED_AT_ONCE, all.size())).stream()
                    .<DirectoryChange>map(entry -> new DirectoryChange.Changed(entry.read(watch.attributes()))).toList();
            stage = stage.thenCompose(done -> give(ChangeBatch.Kind.COMPARISON, part, Optional.empty()));
        }
        return stage.thenCompose(done -> give(ChangeBatch.Kind.COMPARISON_ENDS, List.of(), Optional.of(next)));
    }

    private CompletionStage<Void> give(ChangeBatch.Kind kind, List<DirectoryChange> changes, Optional<Position> position) {
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedStage(new IllegalStateException("closed"));
            }
        }
        return listener.changed(new ChangeBatch(kind, changes, position));
    }

    private void taken(Throwable failure) {
        synchronized (this) {
            busy = false;
        }
        if (failure == null) {
            look();
        } else {
            if (failure instanceof DirectoryRefusedException) {
                interrupt(failure.getMessage());
            }
            CompletableFuture.delayedExecutor(RETRY_MILLIS, TimeUnit.MILLISECONDS).execute(this::look);
        }
    }

    private synchronized boolean begin() {
        if (busy || closed || told && isTold()) {
            return false;
        }
        busy = true;
        return true;
    }

    private boolean isTold() {
        return from().map(position -> position.cookie().equals(Integer.toString(directory.entries().changes()))).orElse(false);
    }

    private synchronized void keep(Position position) {
        taken = Optional.of(position);
        told = true;
        interrupted = false;
    }

    private synchronized Optional<Position> from() {
        return taken.filter(position -> position.server().equals(directory.invocationId()) && position.method().equals(METHOD));
    }

    private void interrupt(String reason) {
        synchronized (this) {
            if (interrupted || closed) {
                return;
            }
            interrupted = true;
            told = false;
        }
        listener.interrupted(reason);
    }
}
