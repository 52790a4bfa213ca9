package org.waypost.link.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;
import org.waypost.directory.WriteResult;
import org.waypost.link.topology.Attributes;

/** Writes who is a group's master, and its term: only if the term is still the one that was read. Any thread; returns at once. */
public final class MasterWriter {
    /** What came of a write. */
    public sealed interface Written {
        /** @param term that stands now */
        record Done(long term) implements Written {}

        /** @param reason for people, without a full stop */
        record Denied(String reason) implements Written {}
    }

    private static final Set<String> READ = Set.of(Attributes.TERM);
    private static final Written CHANGED = new Written.Denied("another server changed its term at the same time");

    private MasterWriter() {}

    /** The next term for a server. @param group DN; @param server DN of the new master; @param after the term it is to follow */
    public static CompletionStage<Written> claim(Directory directory, String group, String server, long after) {
        return read(directory, group).thenCompose(entry -> {
            if (entry.isEmpty()) {
                return denied(group + " is no longer in the directory");
            }
            long term = Attributes.term(entry.get());
            if (term != after) {
                return denied("its term is " + term + " by now, not " + after);
            }
            return write(directory, entry.get(), server, after + 1);
        }).exceptionally(failure -> new Written.Denied(reason(failure)));
    }

    /**
     * Names another master under the next term, so that nobody who read the term before can claim it. The new master takes a
     * term of its own when it reads that.
     */
    public static CompletionStage<Written> name(Directory directory, String group, String server) {
        return read(directory, group).thenCompose(entry -> entry.isEmpty() ? denied(group + " is no longer in the directory")
                : write(directory, entry.get(), server, Attributes.term(entry.get()) + 1)).exceptionally(failure -> new Written.Denied(reason(failure)));
    }

    private static CompletionStage<Optional<Entry>> read(Directory directory, String group) {
        return directory.read(Search.Role.CONFIGURATION, group, READ);
    }

    private static CompletionStage<Written> write(Directory directory, Entry entry, String server, long term) {
        Map<String, List<String>> values = Map.of(Attributes.TERM, List.of(Long.toString(term)), Attributes.MASTER, List.of(server));
        DirectoryWrite.Assertion unchanged = new DirectoryWrite.Assertion(Attributes.TERM, entry.values(Attributes.TERM));
        return directory.write(Search.Role.CONFIGURATION, new DirectoryWrite.Replace(entry.dn(), values, Optional.of(unchanged)))
                .thenApply(result -> written(result, term));
    }

    private static Written written(WriteResult result, long term) {
        if (result instanceof WriteResult.Done) {
            return new Written.Done(term);
        }
        return result instanceof WriteResult.Refused refused ? new Written.Denied("the directory refused it: " + refused.reason()) : CHANGED;
    }

    private static CompletionStage<Written> denied(String reason) {
        return CompletableFuture.completedStage(new Written.Denied(reason));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
    }
}
