package org.waypost.delivery.maildir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Syncs folders, one sync for all who wait for the same folder: while one is under way, later callers gather for the
 * next. Its work stands in the workers' line behind the files being written, so that it gathers more under load.
 */
final class FolderSync {
    private final Disk disk;
    private final Executor workers;
    private final Map<Path, List<CompletableFuture<Void>>> waiting = new HashMap<>();

    FolderSync(Disk disk, Executor workers) {
        this.disk = disk;
        this.workers = workers;
    }

    /** Completes in a worker when names that were in the folder before this call are durable. */
    CompletionStage<Void> sync(Path folder) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        boolean first;
        synchronized (waiting) {
            List<CompletableFuture<Void>> line = waiting.get(folder);
            first = line == null;
            waiting.computeIfAbsent(folder, f -> new ArrayList<>()).add(done);
        }
        if (first) {
            workers.execute(() -> run(folder));
        }
        return done;
    }

    private void run(Path folder) {
        List<CompletableFuture<Void>> line = take(folder);
        try {
            disk.syncFolder(folder);
            line.forEach(done -> done.complete(null));
        } catch (IOException e) {
            line.forEach(done -> done.completeExceptionally(e));
        }
        boolean more;
        synchronized (waiting) {
            more = !waiting.get(folder).isEmpty();
            if (!more) {
                waiting.remove(folder);
            }
        }
        if (more) {
            workers.execute(() -> run(folder));
        }
    }

    /** Leaves an empty line behind, which says that a sync is under way. */
    private List<CompletableFuture<Void>> take(Path folder) {
        synchronized (waiting) {
            return waiting.put(folder, new ArrayList<>());
        }
    }
}
