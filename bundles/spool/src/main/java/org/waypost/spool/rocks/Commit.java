package org.waypost.spool.rocks;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.waypost.spool.Change;
import org.waypost.spool.Content;

/**
 * Changes that wait to be made together.
 *
 * @param octets about what they take in memory
 * @param done completes when they are made
 */
record Commit(List<Change> changes, boolean synced, long octets, CompletableFuture<Void> done) {
    private static final int OVERHEAD = 512;

    static Commit of(List<Change> changes, boolean synced) {
        long octets = changes.stream().mapToLong(Commit::octets).sum();
        return new Commit(List.copyOf(changes), synced, octets, new CompletableFuture<>());
    }

    boolean accepts() {
        return changes.stream().anyMatch(Change.Accept.class::isInstance);
    }

    private static long octets(Change change) {
        if (!(change instanceof Change.Accept accept)) {
            return OVERHEAD;
        }
        long envelope = OVERHEAD * (1L + accept.message().recipients().size());
        return accept.message().content() instanceof Content.Inline inline ? envelope + inline.size() : envelope;
    }
}
