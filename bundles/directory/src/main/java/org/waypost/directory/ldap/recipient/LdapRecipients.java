package org.waypost.directory.ldap.recipient;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.DirectoryStatus;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Recipients;
import org.waypost.directory.Search;
import org.waypost.directory.Search.Role;
import org.waypost.directory.Search.Scope;
import org.waypost.directory.ldap.Causes;
import org.waypost.directory.ldap.Dispatcher;
import org.waypost.directory.ldap.request.BaseRead;
import org.waypost.event.EventLog;

/** The service {@link Recipients}. */
public final class LdapRecipients implements Recipients, AutoCloseable {
    /** {@code sizeLimitExceeded}, RFC 4511 4.1.9. */
    private static final int SIZE_LIMIT_EXCEEDED = 4;

    private final RecipientCache cache;
    private final Batcher<List<Entry>> addresses;
    private final Batcher<List<Entry>> names;
    private Directory directory;
    private Dispatcher dispatcher;
    private Invalidation invalidation;

    public LdapRecipients(RecipientSettings settings, InstantSource clock, ScheduledExecutorService timer) {
        cache = new RecipientCache(settings, clock);
        addresses = new Batcher<>(keys -> kept(keys, this::byAddresses), timer, settings.batch(), settings.parallel());
        names = new Batcher<>(keys -> kept(keys, this::byDns), timer, settings.batch(), settings.parallel());
    }

    /** Before the first look-up. */
    public void open(Directory asked, Dispatcher requests, EventLog events) {
        directory = asked;
        dispatcher = requests;
        invalidation = new Invalidation(asked, cache, events);
    }

    public DirectoryStatus.Cache status() {
        return cache.status();
    }

    @Override
    public CompletionStage<List<Entry>> byAddress(String proxyAddress) {
        return find(RecipientCache.key(proxyAddress), addresses);
    }

    @Override
    public CompletionStage<Optional<Entry>> byDn(String dn) {
        return find(RecipientCache.key(dn), names).thenApply(found -> found.stream().findFirst());
    }

    @Override
    public CompletionStage<List<Entry>> matching(String base, String filter, int limit) {
        Search search = new Search(Role.GLOBAL_CATALOG, base, Scope.SUBTREE, filter, ATTRIBUTES);
        return directory.search(search, limit + 1).thenApply(found -> {
            if (found.size() > limit) {
                throw new DirectoryRefusedException(SIZE_LIMIT_EXCEEDED, "more than " + limit + " entries match " + filter);
            }
            return found;
        });
    }

    /** No change is followed any more. */
    @Override
    public void close() {
        invalidation.close();
    }

    private CompletionStage<List<Entry>> find(String key, Batcher<List<Entry>> batcher) {
        Optional<List<Entry>> fresh = cache.fresh(key);
        if (fresh.isPresent()) {
            return CompletableFuture.completedStage(fresh.get());
        }
        return batcher.find(key).exceptionallyCompose(failure -> {
            Throwable cause = Causes.unwrapped(failure);
            Optional<List<Entry>> stale = cause instanceof DirectoryAwayException ? cache.stale(key) : Optional.empty();
            return stale.map(CompletableFuture::completedStage).orElseGet(() -> CompletableFuture.failedStage(cause));
        });
    }

    private CompletionStage<Map<String, List<Entry>>> kept(Set<String> keys,
            Function<Set<String>, CompletionStage<Map<String, List<Entry>>>> loader) {
        RecipientCache.Load load = cache.begin();
        return loader.apply(keys).whenComplete((found, failure) -> load.end(failure == null ? found : Map.of()));
    }

    private CompletionStage<Map<String, List<Entry>>> byAddresses(Set<String> keys) {
        Map<String, List<Entry>> found = new HashMap<>();
        keys.forEach(key -> found.put(key, new ArrayList<>()));
        Search search = new Search(Role.GLOBAL_CATALOG, "", Scope.SUBTREE, Filter.anyOf("proxyAddresses", keys), ATTRIBUTES);
        return directory.search(search, Integer.MAX_VALUE).thenApply(entries -> {
            for (Entry entry : entries) {
                entry.values("proxyAddresses").stream().map(RecipientCache::key).distinct().map(found::get)
                        .filter(list -> list != null).forEach(list -> list.add(entry));
            }
            return found;
        });
    }

    private CompletionStage<Map<String, List<Entry>>> byDns(Set<String> keys) {
        return dispatcher.ask(Role.GLOBAL_CATALOG, new BaseRead(List.copyOf(keys), ATTRIBUTES)).thenApply(entries -> {
            Map<String, List<Entry>> found = new HashMap<>();
            keys.forEach(key -> found.put(key, entries.containsKey(key) ? List.of(entries.get(key)) : List.of()));
            return found;
        });
    }
}
