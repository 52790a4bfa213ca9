package org.waypost.testkit.metabase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.waypost.metabase.Edit;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.PropertySchema;
import org.waypost.metabase.Value;
import org.waypost.metabase.Written;

/**
 * A {@link Metabase} in memory: a write is made, and its watchers are told, before {@link #write} returns. Overrides
 * end when their time has come and {@link #tick} or any write is called. Its backup is the export of all keys.
 */
public final class MemoryMetabase implements Metabase {
    private static final int HISTORY = 10;

    private record Past(Version version, MemoryTree tree) {}

    private final InstantSource clock;
    private final MemoryWatches watches = new MemoryWatches();
    private final Map<String, PropertySchema> schemas = new LinkedHashMap<>();
    private final Deque<Past> past = new ArrayDeque<>();
    private MemoryTree tree = new MemoryTree();
    private long version;

    public MemoryMetabase() {
        this(InstantSource.system());
    }

    public MemoryMetabase(InstantSource clock) {
        this.clock = clock;
        tree.made(MetabaseKey.ROOT);
    }

    /** Makes a property of a pid known; writes are not checked against it. */
    public synchronized MemoryMetabase knows(String keyType, PropertySchema schema) {
        schemas.put(keyType + " " + schema.name(), schema);
        return this;
    }

    /** Ends overrides whose time has come. */
    public void tick() {
        change(Writer.SERVICE, "end of overrides", next -> {
            next.endOverrides(clock.instant());
            return Optional.empty();
        });
    }

    @Override
    public synchronized Optional<KeyView> read(MetabaseKey key) {
        return tree.view(key);
    }

    @Override
    public synchronized List<KeyView> subtree(MetabaseKey key) {
        return tree.below(key).stream().map(tree::view).map(Optional::orElseThrow).toList();
    }

    @Override
    public CompletionStage<Written> write(MetabaseWrite write) {
        String summary = String.join(", ", write.edits().stream().map(Edit::key).distinct().limit(3).map(MetabaseKey::toString).toList());
        return change(write.writer(), summary, next -> {
            next.endOverrides(clock.instant());
            for (Edit edit : write.edits()) {
                Optional<Written.Refused> refused = next.apply(write.writer(), edit);
                if (refused.isPresent()) {
                    return refused;
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public synchronized long version() {
        return version;
    }

    @Override
    public Watching watch(MetabaseKey subtree, Consumer<Set<MetabaseKey>> changed) {
        return watches.add(subtree, changed);
    }

    @Override
    public synchronized String export(MetabaseKey subtree) {
        Map<MetabaseKey, SortedMap<String, Value>> keys = new TreeMap<>();
        for (MetabaseKey key : tree.below(subtree)) {
            SortedMap<String, Value> settings = new TreeMap<>();
            tree.own(key).forEach((name, property) -> {
                if (property.setting() && !(property.value() instanceof Value.Secret)) {
                    settings.put(name, property.value());
                }
            });
            if (!settings.isEmpty() || tree.own(key).isEmpty()) {
                keys.put(key, settings);
            }
        }
        return MemoryText.write(keys);
    }

    @Override
    public CompletionStage<Written> importText(String text) {
        Map<MetabaseKey, SortedMap<String, Value>> keys;
        try {
            keys = MemoryText.read(text);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedStage(new Written.Refused(MetabaseKey.ROOT, "", e.getMessage()));
        }
        return change(Writer.ADMINISTRATOR, "import", next -> {
            keys.forEach((key, settings) -> {
                SortedMap<String, MemoryProperty> own = next.made(key);
                own.values().removeIf(each -> each.setting() && !(each.value() instanceof Value.Secret));
                settings.forEach((name, value) ->
                        own.putIfAbsent(name, new MemoryProperty(value, Optional.empty(), true, Optional.empty())));
            });
            return Optional.empty();
        });
    }

    @Override
    public synchronized List<Version> history() {
        return past.stream().map(Past::version).toList();
    }

    @Override
    public CompletionStage<Written> rollback(long to) {
        Optional<Past> then;
        synchronized (this) {
            then = past.stream().filter(each -> each.version().version() == to).findFirst();
        }
        if (then.isEmpty()) {
            return CompletableFuture.completedStage(new Written.Refused(MetabaseKey.ROOT, "", "Version " + to + " is not kept."));
        }
        return change(Writer.ADMINISTRATOR, "rollback to version " + to, next -> {
            next.takeSettings(then.get().tree());
            return Optional.empty();
        });
    }

    @Override
    public CompletionStage<Path> backup(Path folder) {
        try {
            Files.createDirectory(folder);
            Files.writeString(folder.resolve("metabase.txt"), export(MetabaseKey.ROOT));
            return CompletableFuture.completedStage(folder);
        } catch (IOException e) {
            return CompletableFuture.failedStage(new UncheckedIOException(e));
        }
    }

    @Override
    public synchronized Optional<PropertySchema> schema(String keyType, String property) {
        return Optional.ofNullable(schemas.get(keyType + " " + property));
    }

    @Override
    public synchronized List<PropertySchema> schemas(String keyType) {
        return schemas.entrySet().stream().filter(known -> known.getKey().startsWith(keyType + " ")).map(Map.Entry::getValue).toList();
    }

    private CompletionStage<Written> change(Writer writer, String summary, Function<MemoryTree, Optional<Written.Refused>> edits) {
        Written written;
        synchronized (this) {
            MemoryTree next = tree.copy();
            Optional<Written.Refused> refused = edits.apply(next);
            if (refused.isPresent()) {
                return CompletableFuture.completedStage(refused.get());
            }
            if (!next.equals(tree)) {
                take(next, writer, summary);
            }
            written = new Written.Done(version);
        }
        watches.tell();
        return CompletableFuture.completedStage(written);
    }

    private void take(MemoryTree next, Writer writer, String summary) {
        next.made(MetabaseKey.ROOT);
        version++;
        watches.changed(differing(tree, next));
        if (!tree.settings().equals(next.settings())) {
            past.addFirst(new Past(new Version(version, clock.instant(), writer, summary), next));
            while (past.size() > HISTORY) {
                past.removeLast();
            }
        }
        tree = next;
    }

    private static Set<MetabaseKey> differing(MemoryTree before, MemoryTree after) {
        Set<MetabaseKey> all = new HashSet<>(before.below(MetabaseKey.ROOT));
        all.addAll(after.below(MetabaseKey.ROOT));
        all.removeIf(key -> Objects.equals(before.view(key), after.view(key)));
        return new TreeSet<>(all);
    }
}
