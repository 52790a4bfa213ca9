package org.waypost.admin.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;

/** Watches of people, which outlive a replacement of the metabase. Any thread. */
final class LiveWatches {
    private final List<Live> open = new ArrayList<>();

    MetabaseAdmin.Watching open(Metabase metabase, MetabaseKey key, Consumer<MetabaseAdmin.Change> changed) {
        Live live = new Live(key, changed);
        synchronized (this) {
            open.add(live);
            live.begin(metabase);
        }
        return () -> close(live);
    }

    synchronized void came(Metabase metabase) {
        open.forEach(live -> live.begin(metabase));
    }

    synchronized void went(Metabase metabase) {
        open.forEach(live -> live.end(metabase));
    }

    private synchronized void close(Live live) {
        open.remove(live);
        live.end(live.metabase);
    }

    /** One of them. Guarded by the owner. */
    private static final class Live {
        private final MetabaseKey key;
        private final Consumer<MetabaseAdmin.Change> changed;
        private Metabase metabase;
        private Metabase.Watching watching;

        private Live(MetabaseKey key, Consumer<MetabaseAdmin.Change> changed) {
            this.key = key;
            this.changed = changed;
        }

        private void begin(Metabase newMetabase) {
            end(metabase);
            metabase = newMetabase;
            watching = newMetabase.watch(key, keys -> tell(newMetabase, keys));
        }

        private void tell(Metabase source, Set<MetabaseKey> keys) {
            keys.stream().sorted().forEach(one -> changed.accept(new MetabaseAdmin.Change(one, source.read(one))));
        }

        private void end(Metabase oldMetabase) {
            if (watching != null && metabase == oldMetabase) {
                watching.close();
                watching = null;
                metabase = null;
            }
        }
    }
}
