package org.waypost.rus.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.Directory;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;

/** Who has an address in the whole directory. Any thread. */
final class Holders {
    private static final String LEGACY = "x500:";

    private final Directory directory;
    private final Questions<Set<UUID>> questions;

    Holders(Directory directory, Crowd crowd) {
        this.directory = directory;
        this.questions = new Questions<>(this::search, Set.of(), crowd);
    }

    /** Who has each of these. @param keys in lower case, such as {@code smtp:alice@example.com} */
    CompletionStage<Map<String, Set<UUID>>> of(Collection<String> keys) {
        return questions.of(keys);
    }

    /** Whether nobody but that recipient has any of these. */
    CompletionStage<Boolean> areFree(Collection<String> keys, UUID recipient) {
        return of(keys).thenApply(found -> found.values().stream().allMatch(holders -> areFree(holders, recipient)));
    }

    static boolean areFree(Set<UUID> holders, UUID recipient) {
        return holders.isEmpty() || holders.equals(Set.of(recipient));
    }

    private CompletionStage<Map<String, Set<UUID>>> search(Set<String> keys) {
        List<String> filters = new ArrayList<>();
        keys.forEach(key -> {
            filters.add(Filter.equal("proxyAddresses", key));
            if (key.startsWith(LEGACY)) {
                filters.add(Filter.equal("legacyExchangeDN", key.substring(LEGACY.length())));
            }
        });
        Map<String, Set<UUID>> found = new HashMap<>();
        Search search = new Search(Search.Role.GLOBAL_CATALOG, "", Search.Scope.SUBTREE, "(|" + String.join("", filters) + ")",
                Set.of("proxyAddresses", "legacyExchangeDN"));
        return directory.search(search, entry -> note(entry, found)).thenApply(count -> found);
    }

    private static void note(Entry entry, Map<String, Set<UUID>> found) {
        entry.values("proxyAddresses").forEach(address -> note(address, entry.id(), found));
        entry.value("legacyExchangeDN").ifPresent(name -> note(LEGACY + name, entry.id(), found));
    }

    private static void note(String address, UUID holder, Map<String, Set<UUID>> found) {
        found.computeIfAbsent(address.toLowerCase(Locale.ROOT), key -> new HashSet<>()).add(holder);
    }
}
