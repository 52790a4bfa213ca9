package org.waypost.eventlog.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.event.EventQuery;
import org.waypost.event.LoggedEvent;

/** Finds events in the files, newest first, and reads no more than the answer needs. Any thread. */
public final class EventSearch {
    /** Clocks are set back, and repetitions are told late: an older event does not end the search at once. */
    private static final Duration DISORDER = Duration.ofHours(2);

    private final EventReader reader = new EventReader();

    public List<LoggedEvent> find(Path folder, EventQuery query) {
        try {
            List<LoggedEvent> found = new ArrayList<>();
            List<EventFile> files = EventFile.in(folder);
            for (int i = files.size() - 1; i >= 0 && found.size() < query.limit(); i--) {
                if (mayHold(files.get(i), query)) {
                    search(files.get(i), query, found);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + folder, e);
        }
    }

    /** A file has events of its day, and a few of the days around it where a clock was set. */
    private static boolean mayHold(EventFile file, EventQuery query) {
        return !before(file.day().plusDays(2), query.since()) && before(file.day().minusDays(1), query.until());
    }

    private static boolean before(LocalDate day, Instant time) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(time);
    }

    private void search(EventFile file, EventQuery query, List<LoggedEvent> found) throws IOException {
        try (BackwardLines lines = BackwardLines.open(file.path())) {
            Optional<byte[]> line = lines.next();
            while (line.isPresent() && found.size() < query.limit()) {
                Optional<LoggedEvent> event = reader.event(line.get());
                if (event.isPresent() && isPast(event.get(), query)) {
                    return;
                }
                event.filter(query::matches).ifPresent(found::add);
                line = lines.next();
            }
        } catch (NoSuchFileException e) {
            // Deleted by retention meanwhile.
        }
    }

    private static boolean isPast(LoggedEvent event, EventQuery query) {
        return query.since().isAfter(Instant.EPOCH) && event.time().isBefore(query.since().minus(DISORDER));
    }
}
