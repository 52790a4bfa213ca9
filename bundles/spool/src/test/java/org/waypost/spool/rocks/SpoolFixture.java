package org.waypost.spool.rocks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.testkit.time.ManualClock;

/** A folder in which spools are opened one after the other, with their clock, disk and events under control. */
final class SpoolFixture {
    static final long MIB = 1 << 20;

    final ManualClock clock = new ManualClock(Instant.now());
    final AtomicLong free = new AtomicLong(1_000 * MIB);
    final List<EventType> events = new CopyOnWriteArrayList<>();
    private final Path folder;

    SpoolFixture(Path folder) {
        this.folder = folder;
    }

    RocksSpool open() throws IOException {
        return RocksSpool.open(settings(), environment()).orElseThrow();
    }

    Path folder() {
        return folder;
    }

    SpoolSettings settings() {
        return settings(64 * MIB);
    }

    SpoolSettings settings(long reserve) {
        return new SpoolSettings(folder.resolve("spool"), nativeFolder(), 1_000, reserve, 32 * MIB, 16 * MIB, 4 * MIB);
    }

    SpoolEnvironment environment() {
        return new SpoolEnvironment(clock, new Random(1), path -> free.get(), log());
    }

    private static Path nativeFolder() {
        return Path.of("target", "native").toAbsolutePath();
    }

    private EventLog log() {
        return new EventLog() {
            @Override
            public void report(EventType type, Object... parameters) {
                events.add(type);
            }

            @Override
            public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
                throw new AssertionError("the spool reports no outcomes");
            }
        };
    }
}
