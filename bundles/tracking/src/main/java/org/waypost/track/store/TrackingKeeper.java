package org.waypost.track.store;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.waypost.service.Threads;

/**
 * Opens tracking as soon as its folder is free, tries again while it cannot be opened, opens it anew when its folder is
 * changed, and closes it. All of it happens in one thread of its own.
 */
public final class TrackingKeeper implements AutoCloseable {
    /** Who hears of it; called in the keeper's thread. */
    public interface Owner {
        void opened(FileTracking tracking);

        /** Nobody may be given it from now on; it is closed when this returns. */
        void closing();
    }

    private static final long BUSY_RETRY_MILLIS = 50;
    private static final long BROKEN_RETRY_SECONDS = 5;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "waypost-tracking-keeper"));
    private final TrackingEnvironment environment;
    private final Owner owner;
    private TrackingSettings settings;
    private FileTracking tracking;
    private long waitingSince;
    private boolean waitReported;
    private boolean failureReported;

    public TrackingKeeper(TrackingSettings settings, TrackingEnvironment environment, Owner owner) {
        this.settings = settings;
        this.environment = environment;
        this.owner = owner;
        waitingSince = System.nanoTime();
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    public void start() {
        thread.execute(this::open);
    }

    /** Takes over new settings, all but the folder in place. */
    public void change(TrackingSettings newSettings) {
        thread.execute(() -> {
            boolean inPlace = settings.folder().equals(newSettings.folder());
            settings = newSettings;
            if (tracking != null && inPlace) {
                tracking.change(newSettings);
            } else if (tracking != null) {
                closeTracking();
                waitingSince = System.nanoTime();
                open();
            }
        });
    }

    /** Returns when all is written and the folder is free. */
    @Override
    public void close() {
        thread.execute(this::closeTracking);
        Threads.end(thread);
    }

    private void open() {
        if (tracking != null || thread.isShutdown()) {
            return;
        }
        try {
            Optional<FileTracking> opened = FileTracking.open(settings, environment);
            if (opened.isPresent()) {
                tracking = opened.get();
                waitReported = false;
                failureReported = false;
                owner.opened(tracking);
            } else {
                reportLongWait();
                again(BUSY_RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            reportFailure(e);
            again(BROKEN_RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void again(long delay, TimeUnit unit) {
        if (!thread.isShutdown()) {
            thread.schedule(this::open, delay, unit);
        }
    }

    private void reportFailure(Throwable e) {
        if (!failureReported) {
            failureReported = true;
            environment.events().report(TrackingLogEvent.CANNOT_OPEN, settings.folder(), BROKEN_RETRY_SECONDS, e.getMessage(), e);
        }
    }

    private void reportLongWait() {
        if (!waitReported && System.nanoTime() - waitingSince > PATIENCE_NANOS) {
            waitReported = true;
            environment.events().report(TrackingLogEvent.FOLDER_IN_USE, settings.folder());
        }
    }

    private void closeTracking() {
        if (tracking == null) {
            return;
        }
        owner.closing();
        try {
            tracking.close();
        } catch (IOException | RuntimeException e) {
            environment.events().report(TrackingLogEvent.CLOSE_FAILED, settings.folder(), e.getMessage(), e);
        }
        tracking = null;
    }
}
