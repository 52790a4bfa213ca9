package org.waypost.http.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.http.HttpSettings;

class SettingsReaderTest {
    private final List<String> complaints = new ArrayList<>();
    private final SettingsReader reader = new SettingsReader((name, why, last) -> complaints.add(name + ": " + why + ", " + last));

    @Test
    void theDefaultsOfBothPlacesAreTheSame() {
        HttpSettings other = reader.read(new Config(1, 1, 1, 1, 1), HttpSettings.DEFAULT);
        assertEquals(HttpSettings.DEFAULT, reader.read(new Config(30, 12, 5, 60, 1024), other));
        assertTrue(complaints.isEmpty());
    }

    @Test
    void whatIsOutOfItsRangeStaysAsItWas() {
        HttpSettings read = reader.read(new Config(0, 169, 101, 3601, -1), HttpSettings.DEFAULT);
        assertEquals(HttpSettings.DEFAULT, read);
        assertEquals(List.of("sessionIdleMinutes: 0 is not from 1 to 1440, 30", "sessionMaxHours: 169 is not from 1 to 168, 12",
                "loginFailures: 101 is not from 1 to 100, 5", "loginBlockSeconds: 3601 is not from 1 to 3600, 60",
                "maxRequestKiB: -1 is not from 1 to 65536, 1024"), complaints);
        assertEquals(Duration.ofMinutes(1440), reader.read(new Config(1440, 1, 1, 1, 1), read).lifetime().idle());
    }

    private record Config(int sessionIdleMinutes, int sessionMaxHours, int loginFailures, int loginBlockSeconds, int maxRequestKiB)
            implements HttpConfig {
        @Override
        public Class<? extends Annotation> annotationType() {
            return HttpConfig.class;
        }
    }
}
