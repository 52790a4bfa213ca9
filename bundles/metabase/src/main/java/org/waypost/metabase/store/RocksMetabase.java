package org.waypost.metabase.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.PropertySchema;
import org.waypost.metabase.Written;
import org.waypost.metabase.schema.Attribute;
import org.waypost.metabase.text.TextWriter;
import org.waypost.metabase.tree.History;
import org.waypost.service.ServiceAwayException;
import org.waypost.service.Threads;

/**
 * A metabase in a folder of this machine. After {@link #close()} has returned another one may open the folder, in
 * this process or another.
 */
public final class RocksMetabase implements Metabase, AutoCloseable {
    private final ExecutorService answers = Executors.newSingleThreadExecutor(work -> new Thread(work, "waypost-metabase-answers"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "waypost-metabase-chores"));
    private final Store store;
    private final Path folder;
    private final MetabaseEnvironment environment;
    private final Watches watches;
    private final Committer committer;
    private final Chores chores;
    private volatile int history;

    private RocksMetabase(Store store, MetabaseSettings settings, MetabaseEnvironment environment) {
        this.store = store;
        this.environment = environment;
        folder = settings.folder();
        history = settings.history();
        watches = new Watches(environment.events());
        committer = new Committer(store, environment.clock(), history, this::answer);
        chores = new Chores(store, committer, environment);
    }

    /**
     * Opens a folder; waits for the disk.
     *
     * @return empty while another owner has the folder
     * @throws IOException if it cannot be opened
     */
    public static Optional<RocksMetabase> open(MetabaseSettings settings, MetabaseEnvironment environment) throws IOException {
        return Store.open(settings, environment).map(store -> {
            RocksMetabase metabase = new RocksMetabase(store, settings, environment);
            metabase.start();
            return metabase;
        });
    }

    /** @param versions kept from the next write on */
    public void history(int versions) {
        history = versions;
        committer.history(versions);
    }

    @Override
    public Optional<KeyView> read(MetabaseKey key) {
        return committer.current().tree().view(key);
    }

    @Override
    public List<KeyView> subtree(MetabaseKey key) {
        return committer.current().tree().views(key);
    }

    @Override
    public CompletionStage<Written> write(MetabaseWrite write) {
        return committer.submit(Change.of(write, environment.types()));
    }

    @Override
    public long version() {
        return committer.current().version();
    }

    @Override
    public Watching watch(MetabaseKey subtree, Consumer<Set<MetabaseKey>> changed) {
        return watches.add(subtree, changed);
    }

    @Override
    public String export(MetabaseKey subtree) {
        return TextWriter.write(committer.current().tree(), subtree);
    }

    @Override
    public CompletionStage<Written> importText(String text) {
        return committer.submit(Change.importing(text, environment.types()));
    }

    @Override
    public List<Version> history() {
        return committer.current().history().limited(history).versions().stream().map(History.Past::version).toList();
    }

    @Override
    public CompletionStage<Written> rollback(long version) {
        return committer.submit(Change.rollback(version));
    }

    /** The folder can be used as that of a metabase, which then opens with what is in the copy. */
    @Override
    public CompletionStage<Path> backup(Path target) {
        try {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    Files.createDirectory(target);
                    Copies.makePrivateFolder(target);
                    new Copies(target.resolve("copies")).add(committer.current());
                    return target;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }, timer);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedStage(new ServiceAwayException("the metabase is closed"));
        }
    }

    @Override
    public Optional<PropertySchema> schema(String keyType, String property) {
        return environment.types().find(keyType).map(type -> type.attributes().get(property)).map(Attribute::schema);
    }

    @Override
    public List<PropertySchema> schemas(String keyType) {
        return environment.types().find(keyType).map(type -> type.attributes().values().stream().map(Attribute::schema).toList())
                .orElse(List.of());
    }

    /**
     * Ends what is under way, with its answers, and lets go of the folder. Later writes fail with
     * {@link ServiceAwayException}. Must not be called from a stage or watcher of this metabase.
     */
    @Override
    public void close() throws IOException {
        Threads.end(timer);
        committer.close();
        chores.copy();
        Threads.end(answers);
        store.close();
        environment.events().report(MetabaseEvent.CLOSED, folder, version());
    }

    private void start() {
        chores.endOverrides().toCompletableFuture().join();
        long tick = environment.tick().toMillis();
        timer.scheduleWithFixedDelay(chores::tick, tick, tick, TimeUnit.MILLISECONDS);
        environment.events().report(MetabaseEvent.OPENED, folder, version());
    }

    /** Watchers come first: who watches after a write was answered is not told of it. */
    private void answer(Runnable completion, Set<MetabaseKey> seen) {
        answers.execute(() -> {
            watches.tell(seen);
            completion.run();
        });
    }
}
