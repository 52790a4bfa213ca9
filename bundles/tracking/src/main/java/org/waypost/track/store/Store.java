package org.waypost.track.store;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.waypost.event.EventLog;
import org.waypost.service.FolderLock;
import org.waypost.track.index.Index;
import org.waypost.tracking.MessageTracking;
import org.waypost.tracking.TrackingEvent;

/** The folder while it is open. One thread at a time; only the finder and the status are for any. */
final class Store implements AutoCloseable {
    private static final long RETENTION_NANOS = TimeUnit.MINUTES.toNanos(1);
    /** Other things have to be done too, however much comes. */
    private static final int MOST_AT_ONCE = 50_000;
    private static final long REPORT_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final FolderLock owner;
    private final EventLog events;
    private final Index index;
    private final Catalog catalog;
    private final Appender appender;
    private final Indexer indexer;
    private final Recorder recorder;
    private final Retention retention;
    private TrackingSettings settings;
    private int filesRetained = -1;
    private long retainedAt;
    private long droppedReported;
    private long reportedAt;

    private Store(FolderLock owner, Index index, TrackingSettings settings, TrackingEnvironment environment) {
        this.owner = owner;
        this.index = index;
        this.settings = settings;
        events = environment.events();
        catalog = new Catalog(settings.folder());
        appender = new Appender(settings.folder(), environment.clock());
        indexer = new Indexer(settings.folder(), index, catalog, events);
        recorder = new Recorder(settings.folder(), appender, indexer, catalog, events);
        retention = new Retention(settings.folder(), index, catalog, events);
        reportedAt = System.nanoTime() - REPORT_NANOS;
    }

    /** @return empty while somebody else has the folder */
    static Optional<Store> open(TrackingSettings settings, TrackingEnvironment environment) throws IOException {
        Optional<FolderLock> owner = FolderLock.tryLock(settings.folder());
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        Index index = null;
        try {
            index = new Index(settings.folder().resolve("index"), settings.nativeFolder());
            Store store = new Store(owner.get(), index, settings, environment);
            store.load();
            return Optional.of(store);
        } catch (IOException | RuntimeException | LinkageError e) {
            if (index != null) {
                index.close();
            }
            owner.get().close();
            throw e;
        }
    }

    Finder finder() {
        return new Finder(settings.folder(), index, catalog);
    }

    MessageTracking.Status status(long dropped) {
        long files = catalog.newestFirst().stream().mapToLong(Part::end).sum();
        return new MessageTracking.Status(recorder.recorded(), recorder.lost() + dropped, catalog.newestFirst().size(),
                files + indexSize());
    }

    void change(TrackingSettings newSettings) {
        settings = newSettings;
        filesRetained = -1;
    }

    /** Writes what waits, unless the disk has just refused something. */
    void write(Backlog backlog) {
        try {
            TrackingEvent event = recorder.isReady() ? backlog.poll() : null;
            for (int i = 1; event != null; i++) {
                recorder.add(event, settings.fileSize());
                event = i < MOST_AT_ONCE && recorder.isReady() ? backlog.poll() : null;
            }
            recorder.write(settings.fileSize());
        } catch (RuntimeException e) {
            recorder.broken(e);
        }
    }

    /** @param dropped how many did not even get here since it was opened */
    void tick(long dropped) {
        try {
            recorder.tick();
            report(dropped);
            retain();
        } catch (RuntimeException e) {
            recorder.broken(e);
        }
    }

    boolean catchUp() {
        try {
            return indexer.catchUp();
        } catch (RuntimeException e) {
            recorder.broken(e);
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try (owner; index) {
            recorder.end();
        }
        events.report(TrackingLogEvent.CLOSED, settings.folder());
    }

    private void load() throws IOException {
        catalog.load(index, events);
        events.report(TrackingLogEvent.OPENED, settings.folder(), catalog.newestFirst().size());
    }

    /** When there is another file, and now and then for the days. */
    private void retain() {
        long now = System.nanoTime();
        int files = catalog.newestFirst().size();
        if (files != filesRetained || now - retainedAt >= RETENTION_NANOS) {
            retention.apply(settings, appender.today(), appender.file());
            filesRetained = catalog.newestFirst().size();
            retainedAt = now;
        }
    }

    private void report(long dropped) {
        if (dropped > droppedReported && System.nanoTime() - reportedAt >= REPORT_NANOS) {
            events.report(TrackingLogEvent.TOO_SLOW, settings.folder(), dropped - droppedReported);
            droppedReported = dropped;
            reportedAt = System.nanoTime();
        }
    }

    private long indexSize() {
        try {
            return index.size();
        } catch (IOException e) {
            return 0;
        }
    }
}
