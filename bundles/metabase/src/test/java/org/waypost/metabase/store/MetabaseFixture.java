package org.waypost.metabase.store;

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
import org.waypost.metabase.schema.KeyTypes;

/** A metabase's folder in a test, and what it reported. */
final class MetabaseFixture implements EventLog {
    private static final Path NATIVES = Path.of("target", "native");

    private final List<EventType> events = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final InstantSource clock;
    private final KeyTypes types;

    MetabaseFixture(Path folder) {
        this(folder, InstantSource.system(), pid -> Optional.empty());
    }

    MetabaseFixture(Path folder, InstantSource clock, KeyTypes types) {
        this.folder = folder;
        this.clock = clock;
        this.types = types;
    }

    RocksMetabase open() throws IOException {
        return tryOpen().orElseThrow();
    }

    Optional<RocksMetabase> tryOpen() throws IOException {
        return RocksMetabase.open(new MetabaseSettings(folder, NATIVES, 10),
                new MetabaseEnvironment(clock, this, types, Duration.ofMillis(10)));
    }

    Path folder() {
        return folder;
    }

    List<EventType> events() {
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
