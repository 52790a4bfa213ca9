package org.waypost.directory.ldap.recipient;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.waypost.directory.DirectoryStatus;
import org.waypost.directory.Entry;

/**
 * Answers to look-ups, the least used of which give way when there are too many. What is older than its time stays, to
 * be answered when the directory is away. Any thread.
 */
final class RecipientCache {
    private final RecipientSettings settings;
    private final InstantSource clock;
    private final Cache<String, Kept> answers;
    private final Map<UUID, Set<String>> keysOf = new ConcurrentHashMap<>();
    private final Set<Load> loads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger negative = new AtomicInteger();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final AtomicInteger doubts = new AtomicInteger();

    /** @param doubts how often all was doubted before the look-up began */
    private record Kept(List<Entry> entries, Instant since, int doubts) {}

    RecipientCache(RecipientSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        answers = Caffeine.newBuilder().maximumSize(settings.entries()).executor(Runnable::run).evictionListener(this::forgotten).build();
    }

    /** What is known and may be taken for true. */
    Optional<List<Entry>> fresh(String key) {
        Kept kept = answers.getIfPresent(key);
        boolean hit = kept != null && isFresh(kept);
        (hit ? hits : misses).increment();
        return hit ? Optional.of(kept.entries()) : Optional.empty();
    }

    /** What was known last, however old. */
    Optional<List<Entry>> stale(String key) {
        return Optional.ofNullable(answers.getIfPresent(key)).map(Kept::entries);
    }

    /** A look-up begins; what is said to have changed before it ended is not kept. */
    Load begin() {
        Load load = new Load();
        loads.add(load);
        return load;
    }

    /** Entries changed or went: nothing that tells of them stays. @param keys addresses and DNs they have now */
    void forget(UUID id, Collection<String> keys) {
        loads.forEach(load -> load.changed(id, keys));
        Set<String> known = keysOf.remove(id);
        if (known != null) {
            known.forEach(this::remove);
        }
        keys.forEach(this::remove);
    }

    /** Changes may have been missed: nothing is taken for true any more without asking. */
    void doubt() {
        doubts.incrementAndGet();
    }

    DirectoryStatus.Cache status() {
        return new DirectoryStatus.Cache((int) answers.estimatedSize(), negative.get(), settings.entries(), hits.sum(), misses.sum());
    }

    private boolean isFresh(Kept kept) {
        Duration time = kept.entries().isEmpty() ? settings.negative() : settings.fresh();
        return kept.doubts() == doubts.get() && clock.instant().isBefore(kept.since().plus(time));
    }

    private void put(String key, Kept kept) {
        remove(key);
        answers.put(key, kept);
        if (kept.entries().isEmpty()) {
            negative.incrementAndGet();
        }
        kept.entries().forEach(entry -> keysOf.computeIfAbsent(entry.id(), id -> ConcurrentHashMap.newKeySet()).add(key));
    }

    private void remove(String key) {
        Kept kept = answers.asMap().remove(key);
        if (kept != null) {
            forgotten(key, kept, RemovalCause.EXPLICIT);
        }
    }

    private void forgotten(String key, Kept kept, RemovalCause cause) {
        if (kept.entries().isEmpty()) {
            negative.decrementAndGet();
        }
        kept.entries().forEach(entry -> keysOf.computeIfPresent(entry.id(), (id, keys) -> {
            keys.remove(key);
            return keys.isEmpty() ? null : keys;
        }));
    }

    /** A look-up under way. */
    final class Load {
        private final Instant begun = clock.instant();
        private final Set<UUID> changedIds = ConcurrentHashMap.newKeySet();
        private final Set<String> changedKeys = ConcurrentHashMap.newKeySet();
        private final int before = doubts.get();

        /** It ended. @param found for each key, lower case */
        void end(Map<String, List<Entry>> found) {
            found.forEach((key, entries) -> {
                boolean changed = changedKeys.contains(key) || entries.stream().anyMatch(entry -> changedIds.contains(entry.id()));
                if (!changed) {
                    put(key, new Kept(entries, begun, before));
                }
            });
            loads.remove(this);
        }

        private void changed(UUID id, Collection<String> keys) {
            changedIds.add(id);
            changedKeys.addAll(keys);
        }
    }

    /** How addresses and DNs are written as keys. */
    static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
