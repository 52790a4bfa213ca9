package org.waypost.queue.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Names of queues, kept in a file, one a line. The set is used in the engine's thread; the file is written
 * in that of files.
 */
final class QueueNames {
    private final Set<String> names = new TreeSet<>();
    private final DurableLines file;
    private final Executor files;

    /** @param files runs one task after the other */
    QueueNames(Path file, Executor files) {
        this.file = new DurableLines(file);
        this.files = files;
    }

    /** Reads the file anew: another version of the queue may have written it. */
    void load() throws IOException {
        List<String> lines = file.read();
        names.clear();
        names.addAll(lines);
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    Set<String> names() {
        return Set.copyOf(names);
    }

    /** Completes when it would survive a power cut. */
    CompletionStage<Void> add(String name) {
        names.add(name);
        return store();
    }

    /** As {@link #add}. */
    CompletionStage<Void> remove(String name) {
        names.remove(name);
        return store();
    }

    private CompletionStage<Void> store() {
        List<String> now = List.copyOf(names);
        return CompletableFuture.runAsync(() -> write(now), files);
    }

    private void write(List<String> lines) {
        try {
            file.write(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
