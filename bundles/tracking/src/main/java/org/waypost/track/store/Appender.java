package org.waypost.track.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.waypost.track.file.Journal;
import org.waypost.track.file.LogFile;

/** The file that is written to. One thread. */
final class Appender {
    /** A crash of the machine loses no more than this. */
    private static final long SYNC_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path folder;
    private final InstantSource clock;
    private Journal journal;
    private LogFile file;
    private long syncedAt;

    Appender(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Optional<LogFile> file() {
        return Optional.ofNullable(file);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Whether the day of the file is over. */
    boolean isOfAnotherDay() {
        return file != null && today().isAfter(file.day());
    }

    boolean isLarger(long octets) {
        return journal != null && journal.end() >= octets;
    }

    /** @param last the newest file there is */
    LogFile begin(Optional<LogFile> last) throws IOException {
        LogFile next = last.map(before -> before.next(today())).orElseGet(() -> new LogFile(today(), 1));
        journal = Journal.begin(next.in(folder));
        file = next;
        return next;
    }

    /** @return the position behind what was written */
    long append(byte[] lines, int length) throws IOException {
        journal.append(lines, length);
        return journal.end();
    }

    void syncIfDue() throws IOException {
        if (journal != null && System.nanoTime() - syncedAt >= SYNC_NANOS) {
            syncedAt = System.nanoTime();
            journal.sync();
        }
    }

    void end() throws IOException {
        if (journal != null) {
            Journal ending = journal;
            journal = null;
            file = null;
            ending.close();
        }
    }
}
