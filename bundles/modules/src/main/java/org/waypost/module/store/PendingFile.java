package org.waypost.module.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.waypost.module.store.Pending.Kind;
import org.waypost.module.store.Pending.Phase;

/** The replacement under way, on disk before anything is changed. */
public final class PendingFile {
    private static final int FIELDS = 13;

    private final Path file;

    public PendingFile(Path file) {
        this.file = file;
    }

    public void write(Pending p) throws IOException {
        Durable.replace(file, List.of(Fields.line(p.number(), p.who(), p.name(), p.fromVersion(), p.fromChecksum(), p.version(), p.checksum(),
                p.watch(), p.kind(), p.phase(), p.reason(), p.process(), p.keeper())));
    }

    /** Empty also if it cannot be understood: it is written whole or not at all, so somebody else changed it. */
    public Optional<Pending> read() throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        List<String> f = lines.isEmpty() ? List.of() : Fields.of(lines.get(0));
        if (f.size() != FIELDS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Pending(Long.parseLong(f.get(0)), f.get(1), f.get(2), f.get(3), f.get(4), f.get(5), f.get(6),
                    Duration.parse(f.get(7)), Kind.valueOf(f.get(8)), Phase.valueOf(f.get(9)), f.get(10),
                    f.get(11), f.get(12)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public void clear() throws IOException {
        Durable.delete(file);
    }
}
