package org.waypost.track.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.track.store.TrackingSettings;

class SettingsReaderTest {
    private static final long MIB = 1 << 20;

    private final List<String> reports = new ArrayList<>();
    private final SettingsReader reader = new SettingsReader(Path.of("/home"), new EventLog() {
        @Override
        public void report(EventType type, Object... parameters) {
            reports.add(type + Arrays.toString(parameters));
        }

        @Override
        public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
            throw new UnsupportedOperationException();
        }
    });

    /** A configuration with some values. */
    private record Config(boolean enabled, String folder, int keepDays, int keepMiB) implements TrackingConfig {
        @Override
        public Class<? extends Annotation> annotationType() {
            return TrackingConfig.class;
        }
    }

    @Test
    void goodValuesAreTaken() {
        TrackingSettings settings = reader.read(new Config(false, "t", 3, 20), Optional.empty());
        assertEquals(new TrackingSettings(Path.of("/home/t"), Path.of("/home/data/native"), 3, 20 * MIB, false), settings);
        assertEquals(List.of(), reports);
    }

    @Test
    void badValuesAreReportedAndTheLastGoodOnesStay() {
        TrackingSettings good = reader.read(new Config(true, "t", 3, 20), Optional.empty());
        assertEquals(good, reader.read(new Config(true, " ", 0, 15), Optional.of(good)));
        assertEquals(List.of("BAD_SETTING[org.waypost.tracking, , folder, the names of folders, /home/t]",
                "BAD_SETTING[org.waypost.tracking, 0, keepDays, 1 to 3650, 3]",
                "BAD_SETTING[org.waypost.tracking, 15, keepMiB, 16 to 1048576, 20]"), reports);
    }

    @Test
    void withoutAGoodOneTheDefaultHolds() {
        TrackingSettings settings = reader.read(new Config(true, "t", -1, Integer.MAX_VALUE), Optional.empty());
        assertEquals(30, settings.keepDays());
        assertEquals(2_048 * MIB, settings.keep());
        assertEquals(2, reports.size());
    }
}
