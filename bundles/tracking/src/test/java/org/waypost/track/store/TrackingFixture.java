package org.waypost.track.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** A tracking folder in a test, and what was reported of it. */
public final class TrackingFixture implements EventLog {
    private static final Path NATIVES = Path.of("target", "native");
    private static final long MIB = 1 << 20;

    private final List<EventType> events = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final InstantSource clock;

    public TrackingFixture(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    public FileTracking open() throws IOException {
        return open(2_048);
    }

    public FileTracking open(long keepMiB) throws IOException {
        return tryOpen(settings(30, keepMiB, true)).orElseThrow();
    }

    Optional<FileTracking> tryOpen(TrackingSettings settings) throws IOException {
        return FileTracking.open(settings, environment());
    }

    TrackingEnvironment environment() {
        return new TrackingEnvironment(clock, this, Duration.ofMillis(10));
    }

    TrackingSettings settings(int keepDays, long keepMiB, boolean enabled) {
        return new TrackingSettings(folder, NATIVES, keepDays, keepMiB * MIB, enabled);
    }

    public List<EventType> events() {
        return events;
    }

    @Override
    public void report(EventType type, Object... parameters) {
        events.add(type);
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new UnsupportedOperationException();
    }
}
