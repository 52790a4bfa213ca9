package org.waypost.metabase.store;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.waypost.service.Threads;

/**
 * Opens a metabase as soon as its folder is free, tries again while it cannot be opened, opens another one when its
 * folder is changed, and closes it. All of it happens in one thread of its own.
 */
public final class MetabaseKeeper implements AutoCloseable {
    /** Who hears of the metabase; called in the keeper's thread. */
    public interface Owner {
        void opened(RocksMetabase metabase);

        /** Nobody may be given the metabase from now on; it is closed when this returns. */
        void closing();
    }

    private static final long BUSY_RETRY_MILLIS = 50;
    private static final long BROKEN_RETRY_SECONDS = 5;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "waypost-metabase-keeper"));
    private final MetabaseEnvironment environment;
    private final Owner owner;
    private MetabaseSettings settings;
    private RocksMetabase metabase;
    private long waitingSince;
    private boolean waitReported;

    public MetabaseKeeper(MetabaseSettings settings, MetabaseEnvironment environment, Owner owner) {
        this.settings = settings;
        this.environment = environment;
        this.owner = owner;
        waitingSince = System.nanoTime();
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    public void start() {
        thread.execute(this::open);
    }

    /** Takes over new settings, the length of the history in place. */
    public void change(MetabaseSettings newSettings) {
        thread.execute(() -> {
            boolean inPlace = settings.folder().equals(newSettings.folder());
            settings = newSettings;
            if (metabase != null && inPlace) {
                metabase.history(newSettings.history());
            } else if (metabase != null) {
                closeMetabase();
                waitingSince = System.nanoTime();
                open();
            }
        });
    }

    /** Returns when the metabase is closed and its folder is free. */
    @Override
    public void close() {
        thread.execute(this::closeMetabase);
        Threads.end(thread);
    }

    private void open() {
        if (metabase != null || thread.isShutdown()) {
            return;
        }
        try {
            Optional<RocksMetabase> opened = RocksMetabase.open(settings, environment);
            if (opened.isPresent()) {
                metabase = opened.get();
                waitReported = false;
                owner.opened(metabase);
            } else {
                reportLongWait();
                again(BUSY_RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            environment.events().report(MetabaseEvent.CANNOT_OPEN, settings.folder(), BROKEN_RETRY_SECONDS, e.getMessage(), e);
            again(BROKEN_RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void again(long delay, TimeUnit unit) {
        if (!thread.isShutdown()) {
            thread.schedule(this::open, delay, unit);
        }
    }

    private void reportLongWait() {
        if (!waitReported && System.nanoTime() - waitingSince > PATIENCE_NANOS) {
            waitReported = true;
            environment.events().report(MetabaseEvent.FOLDER_IN_USE, settings.folder());
        }
    }

    private void closeMetabase() {
        if (metabase == null) {
            return;
        }
        owner.closing();
        try {
            metabase.close();
        } catch (IOException | RuntimeException e) {
            environment.events().report(MetabaseEvent.CLOSE_FAILED, settings.folder(), e.getMessage(), e);
        }
        metabase = null;
    }
}
