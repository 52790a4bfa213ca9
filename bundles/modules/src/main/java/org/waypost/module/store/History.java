package org.waypost.module.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.modules.Replacement;
import org.waypost.modules.Replacement.Verdict;

/** Replacements that ended, a line each. A line that cannot be read is left out, and stays in the file. */
public final class History {
    private static final int FIELDS = 10;

    private final Path file;

    public History(Path file) {
        this.file = file;
    }

    public void add(Replacement r) throws IOException {
        String line = Fields.line(r.number(), r.ended(), r.who(), r.name(), r.fromVersion(), r.fromChecksum(), r.version(), r.checksum(),
                r.verdict(), r.reason());
        Durable.append(file, endsWithin() ? List.of("", line) : List.of(line));
    }

    /** Whether the last line was cut off, by a power cut perhaps. */
    private boolean endsWithin() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        byte[] content = Files.readAllBytes(file);
        return content.length > 0 && content[content.length - 1] != '\n';
    }

    /** The first one first. */
    public List<Replacement> all() throws IOException {
        List<Replacement> all = new ArrayList<>();
        if (Files.exists(file)) {
            // Octets that are no UTF-8 become question marks instead of an exception.
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(line -> read(line).ifPresent(all::add));
        }
        return all;
    }

    private static Optional<Replacement> read(String line) {
        List<String> f = Fields.of(line);
        if (f.size() != FIELDS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Replacement(Long.parseLong(f.get(0)), Instant.parse(f.get(1)), f.get(2), f.get(3), f.get(4), f.get(5),
                    f.get(6), f.get(7), Verdict.valueOf(f.get(8)), f.get(9)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
