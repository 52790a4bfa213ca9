package org.waypost.track.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.event.EventLog;
import org.waypost.track.file.LogFile;
import org.waypost.track.index.Index;

/** Deletes the oldest files with what the index has of them. One thread. */
final class Retention {
    private final Path folder;
    private final Index index;
    private final Catalog catalog;
    private final EventLog events;
    private final Set<LogFile> reported = new HashSet<>();

    Retention(Path folder, Index index, Catalog catalog, EventLog events) {
        this.folder = folder;
        this.index = index;
        this.catalog = catalog;
        this.events = events;
    }

    /** @param current the file that is written to, which stays */
    void apply(TrackingSettings settings, LocalDate today, Optional<LogFile> current) {
        List<Part> oldestFirst = new ArrayList<>(catalog.newestFirst());
        Collections.reverse(oldestFirst);
        double files = Math.max(1, oldestFirst.stream().mapToLong(Part::end).sum());
        // What the index needs of the disk shrinks only as it is compacted, so each file counts with its share.
        double share = 1 + indexSize() / files;
        LocalDate first = today.minusDays(settings.keepDays());
        for (Part part : oldestFirst) {
            boolean old = part.file().day().isBefore(first);
            if (!current.equals(Optional.of(part.file())) && (old || files * share > settings.keep())
                    && delete(part.file(), old ? "it is older than keepDays" : "all files are larger than keepMiB")) {
                files -= part.end();
            }
        }
    }

    private boolean delete(LogFile file, String reason) {
        Path path = file.in(folder);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            if (reported.add(file)) {
                events.report(TrackingLogEvent.DELETE_FAILED, path, e.getMessage(), e);
            }
            return false;
        }
        catalog.remove(file);
        events.report(TrackingLogEvent.DELETED, path, reason);
        forget(file);
        return true;
    }

    private void forget(LogFile file) {
        try {
            index.remove(file);
        } catch (IOException e) {
            // The index is to be opened anew; rows of files that are not there are removed at the next start.
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
