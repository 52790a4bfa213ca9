package org.waypost.spool.rocks;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.waypost.service.Threads;

/**
 * Opens a spool as soon as its folder is free, tries again while it cannot be opened, opens it anew when
 * its settings ask for that, and closes it. All of it happens in one thread of its own.
 */
public final class SpoolKeeper implements AutoCloseable {
    /** Who hears of the spool; called in the keeper's thread. */
    public interface Owner {
        void opened(RocksSpool spool);

        /** Nobody may be given the spool from now on; it is closed when this returns. */
        void closing(RocksSpool spool);
    }

    private static final long BUSY_RETRY_MILLIS = 50;
    private static final long BROKEN_RETRY_SECONDS = 5;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "waypost-spool-keeper"));
    private final SpoolEnvironment environment;
    private final Owner owner;
    private SpoolSettings settings;
    private RocksSpool spool;
    private long waitingSince;
    private boolean waitReported;

    public SpoolKeeper(SpoolSettings settings, SpoolEnvironment environment, Owner owner) {
        this.settings = settings;
        this.environment = environment;
        this.owner = owner;
        waitingSince = System.nanoTime();
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.execute(this::open);
    }

    /** Takes over new settings, in place where that is possible. */
    public void change(SpoolSettings newSettings) {
        thread.execute(() -> {
            boolean inPlace = settings.opensLike(newSettings);
            settings = newSettings;
            if (spool != null && inPlace) {
                spool.adjust(newSettings);
            } else if (spool != null) {
                closeSpool();
                waitingSince = System.nanoTime();
                open();
            }
        });
    }

    /** Returns when the spool is closed and its folder is free. */
    @Override
    public void close() {
        thread.execute(this::closeSpool);
        Threads.end(thread);
    }

    private void open() {
        if (spool != null || thread.isShutdown()) {
            return;
        }
        try {
            Optional<RocksSpool> opened = RocksSpool.open(settings, environment);
            if (opened.isPresent()) {
                spool = opened.get();
                waitReported = false;
                owner.opened(spool);
            } else {
                reportLongWait();
                again(BUSY_RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            environment.events().report(SpoolEvent.CANNOT_OPEN, settings.folder(), BROKEN_RETRY_SECONDS, e.getMessage(), e);
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
            environment.events().report(SpoolEvent.FOLDER_IN_USE, settings.folder());
        }
    }

    private void closeSpool() {
        if (spool == null) {
            return;
        }
        owner.closing(spool);
        try {
            spool.close();
        } catch (IOException | RuntimeException e) {
            environment.events().report(SpoolEvent.CLOSE_FAILED, settings.folder(), e.getMessage(), e);
        }
        spool = null;
    }
}
