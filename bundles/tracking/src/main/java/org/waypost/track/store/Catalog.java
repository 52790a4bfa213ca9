package org.waypost.track.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.waypost.event.EventLog;
import org.waypost.track.file.Journal;
import org.waypost.track.file.LogFile;
import org.waypost.track.index.Index;
import org.waypost.track.index.Summary;

/** Which files there are and how far the index has them. One thread writes; any thread takes the list. */
final class Catalog {
    private final TreeMap<LogFile, Part> parts = new TreeMap<>();
    private final Path folder;
    private volatile List<Part> newestFirst = List.of();

    Catalog(Path folder) {
        this.folder = folder;
    }

    /** Finds the files, cuts what a crash left at their ends, and brings what the index says in line with them. */
    void load(Index index, EventLog events) throws IOException {
        for (LogFile file : files()) {
            parts.put(file, part(index, file, events));
            index.merge(file);
        }
        TreeSet<LogFile> gone = new TreeSet<>(index.files());
        gone.removeAll(parts.keySet());
        for (LogFile file : gone) {
            index.remove(file);
        }
        publish();
    }

    /** The index was opened anew and may have less than before. */
    void reload(Index index) throws IOException {
        for (Part part : newestFirst) {
            parts.put(part.file(), part.with(summary(index, part.file(), part.end())));
        }
        publish();
    }

    List<Part> newestFirst() {
        return newestFirst;
    }

    Optional<LogFile> last() {
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.lastKey());
    }

    Part part(LogFile file) {
        return parts.get(file);
    }

    void put(Part part) {
        parts.put(part.file(), part);
        publish();
    }

    void remove(LogFile file) {
        parts.remove(file);
        publish();
    }

    private void publish() {
        newestFirst = List.copyOf(parts.descendingMap().values());
    }

    private List<LogFile> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> LogFile.of(file.getFileName().toString()).stream()).toList();
        }
    }

    private Part part(Index index, LogFile file, EventLog events) throws IOException {
        Path path = file.in(folder);
        Summary indexed = summary(index, file, Files.size(path));
        if (indexed.end() < Files.size(path)) {
            long torn = Journal.cut(path);
            if (torn > 0) {
                events.report(TrackingLogEvent.TORN, torn, path);
            }
        }
        return new Part(file, indexed, Math.max(indexed.end(), Files.size(path)));
    }

    /** After a loss of power the file may have less than the index says; then that is worth nothing. */
    private static Summary summary(Index index, LogFile file, long end) throws IOException {
        Summary indexed = index.summary(file);
        if (indexed.end() <= end) {
            return indexed;
        }
        index.remove(file);
        return Summary.NONE;
    }
}
