package org.waypost.metabase.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.waypost.event.EventLog;
import org.waypost.metabase.Metabase.Watching;
import org.waypost.metabase.MetabaseKey;

/** Who wants to hear of changes. Any thread adds and removes; one tells. */
final class Watches {
    private record Watcher(MetabaseKey subtree, Consumer<Set<MetabaseKey>> changed) {}

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final EventLog events;

    Watches(EventLog events) {
        this.events = events;
    }

    Watching add(MetabaseKey subtree, Consumer<Set<MetabaseKey>> changed) {
        // A consumer of its own, since one that is given twice is told twice.
        Watcher watcher = new Watcher(subtree, changed::accept);
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    void tell(Set<MetabaseKey> changed) {
        for (Watcher watcher : watchers) {
            Set<MetabaseKey> seen = new TreeSet<>(changed);
            seen.removeIf(key -> !watcher.subtree().contains(key));
            if (!seen.isEmpty()) {
                tell(watcher, seen);
            }
        }
    }

    private void tell(Watcher watcher, Set<MetabaseKey> seen) {
        try {
            watcher.changed().accept(seen);
        } catch (RuntimeException | LinkageError e) {
            events.report(MetabaseEvent.WATCHER_FAILED, watcher.subtree(), e.toString(), e);
        }
    }
}
