package org.waypost.categorize.lookup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.Entry;
import org.waypost.directory.Recipients;
import org.waypost.directory.Search;
import org.waypost.mail.Address;
import org.waypost.service.Gate;

/**
 * All that is asked of the directory. A stage fails with {@link org.waypost.directory.DirectoryAwayException}
 * whatever went wrong: try again. Any thread; returns at once.
 */
public final class Inquiries {
    /** noSuchObject and invalidDNSyntax, RFC 4511 4.1.9. */
    private static final Set<Integer> NO_SUCH_ENTRY = Set.of(32, 34);

    private final Gate<Recipients> recipients;
    private final Gate<Directory> directory;
    private final Outage outage;

    public Inquiries(Gate<Recipients> recipients, Gate<Directory> directory, Outage outage) {
        this.recipients = recipients;
        this.directory = directory;
        this.outage = outage;
    }

    /** Whose address it is, primary or not. */
    public CompletionStage<List<Entry>> byAddress(Address address) {
        String proxy = "smtp:" + address.toString().toLowerCase(Locale.ROOT);
        return watched(() -> recipients.call(present -> present.byAddress(proxy)));
    }

    /** Whose address it is, or else whose the other one is, which may be the same. */
    public CompletionStage<List<Entry>> byAddress(Address address, Address otherwise) {
        CompletionStage<List<Entry>> found = byAddress(address);
        return otherwise.equals(address) ? found
                : found.thenCompose(exact -> exact.isEmpty() ? byAddress(otherwise) : CompletableFuture.completedStage(exact));
    }

    /** Empty also for what is no name of an entry: a damaged value harms none but itself. */
    public CompletionStage<Optional<Entry>> byDn(String dn) {
        return watched(() -> recipients.call(present -> present.byDn(dn)).exceptionallyCompose(failure ->
                refusal(failure).filter(refused -> NO_SUCH_ENTRY.contains(refused.resultCode())).isPresent()
                        ? CompletableFuture.completedStage(Optional.empty()) : CompletableFuture.failedStage(failure)));
    }

    /**
     * Those that match, for a filter that others wrote: the stage also fails with
     * {@link DirectoryRefusedException}, if the directory will not have it or more than {@code limit} match.
     */
    public CompletionStage<List<Entry>> matching(String base, String filter, int limit) {
        Supplier<CompletionStage<List<Entry>>> question = () -> recipients.call(present -> present.matching(base, filter, limit));
        return question.get().exceptionallyCompose(failure -> refusal(failure).isPresent() ? CompletableFuture.failedStage(failure)
                : CompletableFuture.failedStage(outage.met(failure, question)));
    }

    /** At most {@code limit} of those found. */
    public CompletionStage<List<Entry>> search(Search search, int limit) {
        return watched(() -> directory.call(present -> present.search(search, limit)));
    }

    /** The {@code cn} of this server's own object. */
    public CompletionStage<String> serverName() {
        return watched(() -> directory.call(present -> CompletableFuture.completedStage(present.serverName())));
    }

    private <T> CompletionStage<T> watched(Supplier<CompletionStage<T>> question) {
        return question.get().exceptionallyCompose(failure -> CompletableFuture.failedStage(outage.met(failure, question)));
    }

    private static Optional<DirectoryRefusedException> refusal(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof DirectoryRefusedException refused ? Optional.of(refused) : Optional.empty();
    }
}
