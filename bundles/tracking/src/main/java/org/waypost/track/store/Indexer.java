package org.waypost.track.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.waypost.event.EventLog;
import org.waypost.track.file.EventReader;
import org.waypost.track.file.Lines;
import org.waypost.track.file.LogFile;
import org.waypost.track.index.BlockBuilder;
import org.waypost.track.index.Index;
import org.waypost.tracking.TrackingEvent;

/**
 * Keeps the index up with the files: it follows the one that is written to, and reads what it missed of others. When the
 * index fails it is opened anew after a while, and another file is begun that can be followed. One thread.
 */
final class Indexer {
    private static final long RETRY_SECONDS = 5;

    private final EventReader reader = new EventReader();
    private final Path folder;
    private final Index index;
    private final Catalog catalog;
    private final EventLog events;
    private LogFile current;
    private BlockBuilder block;
    private boolean broken;
    private long retryAt;

    Indexer(Path folder, Index index, Catalog catalog, EventLog events) {
        this.folder = folder;
        this.index = index;
        this.catalog = catalog;
        this.events = events;
    }

    /** A new file is written to. */
    void begin(LogFile file) {
        current = file;
        block = broken ? null : new BlockBuilder(0);
    }

    /** Lines were written to the file, and it is in the catalog as it is now. */
    void follow(List<TrackingEvent> lines, int[] lengths) {
        for (int i = 0; block != null && i < lengths.length; i++) {
            block.add(Optional.of(lines.get(i)), lengths[i]);
        }
        if (block != null && block.isFull()) {
            store();
        }
    }

    /** The file is written to no more. */
    void end() {
        if (block != null && !block.isEmpty()) {
            store();
        }
        if (current != null) {
            index.merge(current);
        }
        current = null;
        block = null;
    }

    /** Whether the file that is written to is not followed and a new one could be. */
    boolean wantsNewFile() {
        return current != null && block == null && !broken;
    }

    /** Does a block's work of what was missed. @return whether there may be more */
    boolean catchUp() {
        if (index.isDamaged() && !broken) {
            fail(new IOException("it is damaged"));
            retryAt = System.nanoTime();
        }
        if (broken && (System.nanoTime() - retryAt < 0 || !reopened())) {
            return false;
        }
        Optional<Part> behind = catalog.newestFirst().stream()
                .filter(part -> part.isBehind() && !part.file().equals(current)).findFirst();
        behind.ifPresent(this::read);
        return behind.isPresent() && !broken;
    }

    private void store() {
        add(catalog.part(current), block);
        block = broken ? null : new BlockBuilder(block.end());
    }

    private void add(Part part, BlockBuilder full) {
        try {
            index.add(part.file(), part.indexed().blocks(), full);
            catalog.put(part.with(part.indexed().with(full)));
        } catch (IOException e) {
            fail(e);
        }
    }

    private void read(Part part) {
        BlockBuilder missed = new BlockBuilder(part.indexed().end());
        try (Lines lines = Lines.open(part.file().in(folder))) {
            lines.scan(missed.end(), part.end(), (bytes, offset, length) -> {
                missed.add(reader.event(bytes, offset, length), length);
                return !missed.isFull();
            });
        } catch (NoSuchFileException e) {
            catalog.remove(part.file());
            return;
        } catch (IOException e) {
            events.report(TrackingLogEvent.UNREADABLE, part.file().in(folder), e.getMessage(), e);
        }
        if (missed.isEmpty()) {
            catalog.put(part.endingAt(part.indexed().end()));
        } else {
            add(part, missed);
            index.merge(part.file());
        }
    }

    private void fail(IOException e) {
        if (!broken) {
            events.report(TrackingLogEvent.INDEX_FAILED, folder, e.getMessage(), RETRY_SECONDS, e);
        }
        broken = true;
        block = null;
        retryAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(RETRY_SECONDS);
    }

    private boolean reopened() {
        try {
            if (index.reopen()) {
                events.report(TrackingLogEvent.INDEX_ANEW, folder);
            }
            catalog.reload(index);
            broken = false;
        } catch (IOException e) {
            fail(e);
        }
        return !broken;
    }
}
