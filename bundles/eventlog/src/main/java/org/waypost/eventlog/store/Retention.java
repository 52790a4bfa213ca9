package org.waypost.eventlog.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Deletes files that are too old, and the oldest of what is too much. */
final class Retention {
    private Retention() {
    }

    /** @param files oldest first */
    static void apply(List<EventFile> files, StoreSettings settings, LocalDate today) throws IOException {
        long room = settings.keep() - settings.fileSize();
        for (int i = files.size() - 1; i >= 0; i--) {
            EventFile file = files.get(i);
            room -= size(file.path());
            if (room < 0 || file.day().plusDays(settings.keepDays()).isBefore(today)) {
                Files.deleteIfExists(file.path());
            }
        }
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
