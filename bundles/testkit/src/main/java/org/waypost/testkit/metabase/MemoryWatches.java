package org.waypost.testkit.metabase;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.waypost.metabase.Metabase.Watching;
import org.waypost.metabase.MetabaseKey;

/** Tells watchers, one change after the other, in the thread that writes. */
final class MemoryWatches {
    private final Map<Consumer<Set<MetabaseKey>>, MetabaseKey> watchers = new ConcurrentHashMap<>();
    private final Queue<Set<MetabaseKey>> untold = new ArrayDeque<>();
    private boolean telling;

    Watching add(MetabaseKey subtree, Consumer<Set<MetabaseKey>> changed) {
        Consumer<Set<MetabaseKey>> own = changed::accept;
        watchers.put(own, subtree);
        return () -> watchers.remove(own);
    }

    synchronized void changed(Set<MetabaseKey> keys) {
        untold.add(keys);
    }

    /** A change made by a watcher is told when the one before it is told. */
    void tell() {
        for (Set<MetabaseKey> next = next(false); next != null; next = next(true)) {
            Set<MetabaseKey> changed = next;
            watchers.forEach((watcher, subtree) -> {
                Set<MetabaseKey> seen = new TreeSet<>(changed);
                seen.removeIf(key -> !subtree.contains(key));
                if (!seen.isEmpty()) {
                    watcher.accept(seen);
                }
            });
        }
    }

    private synchronized Set<MetabaseKey> next(boolean mine) {
        if (telling && !mine) {
            return null;
        }
        Set<MetabaseKey> next = untold.poll();
        telling = next != null;
        return next;
    }
}
