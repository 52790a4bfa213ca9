package org.waypost.track.store;

import org.waypost.track.file.LogFile;
import org.waypost.track.index.Summary;

/**
 * A file as it was at one moment.
 *
 * @param indexed what the index has of it
 * @param end the position behind the last line
 */
record Part(LogFile file, Summary indexed, long end) {
    boolean isBehind() {
        return indexed.end() < end;
    }

    Part with(Summary newIndexed) {
        return new Part(file, newIndexed, end);
    }

    Part endingAt(long newEnd) {
        return new Part(file, indexed, newEnd);
    }
}
