package org.waypost.eventlog.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of events.
 *
 * @param day of its first event, in UTC
 * @param number of it on that day, from 1
 */
record EventFile(Path path, LocalDate day, int number) {
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(\\d{1,9})\\.jsonl");
    private static final Comparator<EventFile> ORDER = Comparator.comparing(EventFile::day).thenComparing(EventFile::number);

    static EventFile of(Path folder, LocalDate day, int number) {
        return new EventFile(folder.resolve(day + "-" + number + ".jsonl"), day, number);
    }

    /** Those in a folder, oldest first; none if there is no such folder. */
    static List<EventFile> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(EventFile::of).flatMap(Optional::stream).sorted(ORDER).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static Optional<EventFile> of(Path path) {
        Matcher matcher = NAME.matcher(path.getFileName().toString());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EventFile(path, LocalDate.parse(matcher.group(1)), Integer.parseInt(matcher.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
