package org.waypost.categorize.group;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.categorize.lookup.Colleagues;
import org.waypost.categorize.lookup.DirectoryRecipient;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;

/** Whether a group is to be expanded by another server: by one that it names and that exists. */
final class ExpansionServers {
    private final Inquiries inquiries;
    private final Colleagues colleagues;

    ExpansionServers(Inquiries inquiries, Colleagues colleagues) {
        this.inquiries = inquiries;
        this.colleagues = colleagues;
    }

    /** Where the group goes; empty if this server expands it. */
    CompletionStage<Optional<Verdict.Remote>> elsewhere(DirectoryRecipient group) {
        Optional<String> named = group.entry().value("msExchExpansionServerName");
        return colleagues.named(named).thenCompose(server -> server.isPresent()
                ? CompletableFuture.completedStage(Optional.of(new Verdict.Remote(server))) : unrouted(named));
    }

    /** One that the directory knows and no map of routes does: whoever takes mail for the address finds it. */
    private CompletionStage<Optional<Verdict.Remote>> unrouted(Optional<String> attribute) {
        Optional<String> named = attribute.flatMap(Colleagues::name);
        return named.isEmpty() ? CompletableFuture.completedStage(Optional.empty())
                : inquiries.serverName().thenCompose(own -> own.equalsIgnoreCase(named.get())
                        ? CompletableFuture.completedStage(Optional.empty()) : exists(named.get()));
    }

    private CompletionStage<Optional<Verdict.Remote>> exists(String server) {
        String filter = Filter.and(Filter.equal("objectClass", "msExchExchangeServer"), Filter.equal("cn", server));
        Search search = new Search(Search.Role.CONFIGURATION, "", Search.Scope.SUBTREE, filter, Set.of("cn"));
        return inquiries.search(search, 1).thenApply(found -> found.stream().findFirst().map(entry -> new Verdict.Remote()));
    }
}
