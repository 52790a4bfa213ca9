package org.waypost.categorize.group;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waypost.categorize.lookup.DirectoryRecipient;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;

/** Whether a group is to be expanded by another server: by one that it names and that exists. */
final class ExpansionServers {
    /** The name in {@code waypost}, {@code cn=waypost,cn=Servers,...} or {@code /o=Example/.../cn=Servers/cn=waypost}. */
    private static final Pattern NAME = Pattern.compile("(?:.*/)?(?:cn=)?([^/,=]+?)\\s*(?:,.*)?", Pattern.CASE_INSENSITIVE);

    private final Inquiries inquiries;

    ExpansionServers(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    CompletionStage<Boolean> isElsewhere(DirectoryRecipient group) {
        Optional<String> named = group.entry().value("msExchExpansionServerName").flatMap(ExpansionServers::name);
        if (named.isEmpty()) {
            return CompletableFuture.completedStage(false);
        }
        return inquiries.serverName().thenCompose(own -> own.equalsIgnoreCase(named.get())
                ? CompletableFuture.completedStage(false) : exists(named.get()));
    }

    static Optional<String> name(String text) {
        Matcher matcher = NAME.matcher(text.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private CompletionStage<Boolean> exists(String server) {
        String filter = Filter.and(Filter.equal("objectClass", "msExchExchangeServer"), Filter.equal("cn", server));
        Search search = new Search(Search.Role.CONFIGURATION, "", Search.Scope.SUBTREE, filter, Set.of("cn"));
        return inquiries.search(search, 1).thenApply(found -> !found.isEmpty());
    }
}
