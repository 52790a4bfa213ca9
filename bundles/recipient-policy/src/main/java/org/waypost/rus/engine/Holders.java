package org.waypost.rus.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.Directory;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;

/**
 * Who has an address in the whole directory. While one search is under way, questions gather for the next, so that
 * many recipients cost few searches. Any thread.
 */
final class Holders {
    private static final int AT_ONCE = 100;
    private static final String LEGACY = "x500:";

    private final Directory directory;
    private final Map<String, CompletableFuture<Set<UUID>>> waiting = new LinkedHashMap<>();
    private boolean asking;

    Holders(Directory directory) {
        this.directory = directory;
    }

    /** Who has each of these. @param keys in lower case, such as {@code smtp:alice@example.com} */
    CompletionStage<Map<String, Set<UUID>>> of(Collection<String> keys) {
        Map<String, CompletableFuture<Set<UUID>>> answers = new HashMap<>();
        synchronized (this) {
            keys.forEach(key -> answers.put(key, waiting.computeIfAbsent(key, any -> new CompletableFuture<>())));
        }
        next();
        return CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new)).thenApply(done -> {
            Map<String, Set<UUID>> found = new HashMap<>();
            answers.forEach((key, answer) -> found.put(key, answer.join()));
            return found;
        });
    }

    private void next() {
        Map<String, CompletableFuture<Set<UUID>>> asked = new HashMap<>();
        synchronized (this) {
            if (asking || waiting.isEmpty()) {
                return;
            }
            asking = true;
            for (String key : new ArrayList<>(waiting.keySet()).subList(0, Math.min(AT_ONCE, waiting.size()))) {
                asked.put(key, waiting.remove(key));
            }
        }
        search(asked.keySet()).whenComplete((found, failure) -> {
            synchronized (this) {
                asking = false;
            }
            next();
            asked.forEach((key, answer) -> {
                if (failure == null) {
                    answer.complete(found.getOrDefault(key, Set.of()));
                } else {
                    answer.completeExceptionally(failure);
                }
            });
        });
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
