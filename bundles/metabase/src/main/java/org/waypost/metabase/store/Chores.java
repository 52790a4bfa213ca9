package org.waypost.metabase.store;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.waypost.metabase.Edit;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.Written;
import org.waypost.metabase.tree.Overrides;
import org.waypost.metabase.tree.State;
import org.waypost.metabase.tree.Tree;

/** What is done from time to time: overrides end, and what changed is copied. One thread at a time. */
final class Chores {
    private static final long NANOS_BETWEEN_COPIES = TimeUnit.SECONDS.toNanos(10);

    private final Store store;
    private final Committer committer;
    private final MetabaseEnvironment environment;
    private Tree searched = Tree.EMPTY;
    private Optional<Instant> nextEnd = Optional.empty();
    private long copied = -1;
    private long copiedAt = System.nanoTime() - NANOS_BETWEEN_COPIES;

    Chores(Store store, Committer committer, MetabaseEnvironment environment) {
        this.store = store;
        this.committer = committer;
        this.environment = environment;
    }

    void tick() {
        endOverrides();
        if (System.nanoTime() - copiedAt >= NANOS_BETWEEN_COPIES) {
            copy();
        }
    }

    /** Also those whose end passed while nobody looked. @return completes when that is durable */
    CompletionStage<?> endOverrides() {
        Tree tree = committer.current().tree();
        if (tree != searched) {
            searched = tree;
            nextEnd = Overrides.next(tree);
        }
        Instant now = environment.clock().instant();
        if (nextEnd.filter(end -> !end.isAfter(now)).isPresent()) {
            List<Edit> due = Overrides.due(tree, now);
            nextEnd = Optional.empty();
            return committer.submit(Change.of(new MetabaseWrite(Writer.SERVICE, due), environment.types()))
                    .thenAccept(written -> report(written, due));
        }
        return CompletableFuture.completedStage(null);
    }

    void copy() {
        State state = committer.current();
        if (state.version() == copied) {
            return;
        }
        try {
            store.copies().add(state);
            copied = state.version();
        } catch (IOException e) {
            environment.events().report(MetabaseEvent.COPY_FAILED, store.folder(), e.getMessage(), e);
        }
        copiedAt = System.nanoTime();
    }

    private void report(Written written, List<Edit> ended) {
        if (written instanceof Written.Done) {
            for (Edit edit : ended) {
                environment.events().report(MetabaseEvent.OVERRIDE_ENDED, ((Edit.EndOverride) edit).property(), edit.key());
            }
        }
    }
}
