package org.waypost.admin.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.admin.DoctorAdmin.Finding;

/**
 * Whether the clock is right, as far as this machine can tell: it must not be behind what was written before, and a time
 * service should keep it. Others are not asked.
 */
record ClockCheck(Facts facts, InstantSource clock, List<Path> services) implements Check {
    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    /** What chrony, ntpd and systemd-timesyncd have while they run, or are in step. */
    private static final List<Path> SERVICES = List.of(Path.of("/run/chrony"), Path.of("/run/chronyd.pid"), Path.of("/run/ntpd.pid"),
            Path.of("/run/systemd/timesync/synchronized"));

    ClockCheck(Facts facts, InstantSource clock) {
        this(facts, clock, SERVICES);
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public List<Finding> run() throws IOException {
        Instant now = clock.instant();
        Optional<Instant> written = lastWritten();
        if (written.filter(last -> last.isAfter(now.plus(TOLERANCE))).isPresent()) {
            return List.of(problem("The clock says " + now + ", which is before " + written.get() + " when this server wrote its log.",
                    "Set the clock, and let a time service keep it (NTP): mail would be retried and expire at wrong times."));
        }
        return List.of(services.stream().anyMatch(Files::exists) ? ok("A time service keeps the clock of this machine.")
                : skipped("Whether the clock is right cannot be told here: no time service is seen on this machine. Where its host does not"
                        + " keep the clock, install one (NTP)."));
    }

    private Optional<Instant> lastWritten() throws IOException {
        Path log = facts.data().resolve("log");
        if (!Files.isDirectory(log)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(log)) {
            return files.map(file -> Instant.ofEpochMilli(file.toFile().lastModified())).max(Comparator.naturalOrder());
        }
    }
}
