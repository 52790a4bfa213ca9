package org.waypost.metabase.component;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.waypost.event.EventLog;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.etc.EtcFolder;
import org.waypost.metabase.handover.Handover;
import org.waypost.metabase.store.MetabaseEvent;

/**
 * Hands over an open metabase: at once, after each change of it, and when bundles come or go; and looks for files that
 * are not read. What comes within a moment is handed over together. In a thread of its own.
 */
final class Passing implements BundleListener, AutoCloseable {
    private static final long MOMENT_MILLIS = 20;
    private static final long LOOK_SECONDS = 2;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "waypost-metabase-handover"));
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean bundlesChanged = new AtomicBoolean();
    private final Metabase metabase;
    private final MetaTypes types;
    private final Configurations configurations;
    private final EventLog events;
    private final Metabase.Watching watching;

    Passing(Metabase metabase, MetaTypes types, Configurations configurations, EtcFolder etc, EventLog events) {
        this.metabase = metabase;
        this.types = types;
        this.configurations = configurations;
        this.events = events;
        thread.scheduleWithFixedDelay(etc::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
        watching = metabase.watch(MetabaseKey.ROOT, changed -> ask());
        ask();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        bundlesChanged.set(true);
        ask();
    }

    /** What is under way is finished; the configurations stay. */
    @Override
    public void close() throws InterruptedException {
        watching.close();
        synchronized (thread) {
            thread.shutdown();
        }
        thread.awaitTermination(1, TimeUnit.MINUTES);
    }

    private void ask() {
        synchronized (thread) {
            if (!thread.isShutdown() && asked.compareAndSet(false, true)) {
                thread.schedule(this::pass, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void pass() {
        asked.set(false);
        try {
            if (bundlesChanged.getAndSet(false)) {
                types.refresh();
            }
            configurations.apply(Handover.of(metabase.subtree(MetabaseKey.ROOT), types));
        } catch (RuntimeException e) {
            events.report(MetabaseEvent.HANDOVER_FAILED, MetabaseKey.ROOT, e.getMessage(), e);
        }
    }
}
