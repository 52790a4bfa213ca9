package org.waypost.queue.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The names of the queues that an administrator holds, kept in a file, one a line. The set is used in
 * the engine's thread; the file is written in that of files.
 */
public final class FrozenQueues {
    private final Set<String> names = new TreeSet<>();
    private final Path file;
    private final Executor files;

    /** @param files runs one task after the other */
    public FrozenQueues(Path file, Executor files) {
        this.file = file;
        this.files = files;
    }

    /** Reads the file anew: another version of the queue may have written it. */
    void load() throws IOException {
        names.clear();
        if (Files.exists(file)) {
            names.addAll(Files.readAllLines(file));
        }
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
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = folder.resolve(file.getFileName() + ".new");
            String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
