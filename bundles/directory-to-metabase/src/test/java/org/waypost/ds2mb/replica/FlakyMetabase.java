package org.waypost.ds2mb.replica;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.waypost.metabase.Edit;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.PropertySchema;
import org.waypost.metabase.Written;

/** A metabase whose writes can fail, before or after they were made, or be refused. */
final class FlakyMetabase implements Metabase {
    private final Metabase real;
    final AtomicInteger writes = new AtomicInteger();
    volatile int failBefore;
    volatile int failAfter;
    volatile Predicate<Edit> refused = edit -> false;

    FlakyMetabase(Metabase real) {
        this.real = real;
    }

    @Override
    public CompletionStage<Written> write(MetabaseWrite write) {
        writes.incrementAndGet();
        if (failBefore > 0) {
            failBefore--;
            return CompletableFuture.failedStage(new IllegalStateException("the disk failed"));
        }
        Optional<Edit> unwanted = write.edits().stream().filter(refused).findFirst();
        if (unwanted.isPresent()) {
            return CompletableFuture.completedStage(new Written.Refused(unwanted.get().key(), "", "The metabase will not have it."));
        }
        CompletionStage<Written> written = real.write(write);
        if (failAfter > 0) {
            failAfter--;
            return CompletableFuture.failedStage(new IllegalStateException("the disk failed too late"));
        }
        return written;
    }

    @Override
    public Optional<KeyView> read(MetabaseKey key) {
        return real.read(key);
    }

    @Override
    public List<KeyView> subtree(MetabaseKey key) {
        return real.subtree(key);
    }

    @Override
    public Optional<PropertySchema> schema(String keyType, String property) {
        return real.schema(keyType, property);
    }

    @Override
    public List<PropertySchema> schemas(String keyType) {
        return real.schemas(keyType);
    }

    @Override
    public long version() {
        return real.version();
    }

    @Override
    public Watching watch(MetabaseKey subtree, Consumer<Set<MetabaseKey>> changed) {
        return real.watch(subtree, changed);
    }

    @Override
    public String export(MetabaseKey subtree) {
        return real.export(subtree);
    }

    @Override
    public CompletionStage<Written> importText(String text) {
        return real.importText(text);
    }

    @Override
    public List<Version> history() {
        return real.history();
    }

    @Override
    public CompletionStage<Written> rollback(long version) {
        return real.rollback(version);
    }

    @Override
    public CompletionStage<Path> backup(Path folder) {
        return real.backup(folder);
    }
}
