package org.waypost.track.file;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of events, such as {@code 2026-11-29-0001.jsonl}; later ones sort behind earlier ones.
 *
 * @param day on which it was begun, UTC
 * @param number 1 to {@value #LAST}
 */
public record LogFile(LocalDate day, int number) implements Comparable<LogFile> {
    private static final int LAST = 65_535;
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(\\d{4,5})\\.jsonl");
    private static final Comparator<LogFile> ORDER = Comparator.comparing(LogFile::day).thenComparingInt(LogFile::number);

    public LogFile {
        if (number < 1 || number > LAST) {
            throw new IllegalArgumentException("number " + number);
        }
    }

    /** @return empty if that is not the name of such a file */
    public static Optional<LogFile> of(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LogFile file = new LogFile(LocalDate.parse(parts.group(1)), Integer.parseInt(parts.group(2)));
            return file.name().equals(name) ? Optional.of(file) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The one behind this, of that day or, if the clock went back or the numbers are used up, of a later one. */
    public LogFile next(LocalDate today) {
        if (today.isAfter(day)) {
            return new LogFile(today, 1);
        }
        return number < LAST ? new LogFile(day, number + 1) : new LogFile(day.plusDays(1), 1);
    }

    public String name() {
        return String.format("%s-%04d.jsonl", day, number);
    }

    public Path in(Path folder) {
        return folder.resolve(name());
    }

    @Override
    public int compareTo(LogFile other) {
        return ORDER.compare(this, other);
    }
}
