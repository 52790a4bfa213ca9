package org.waypost.eventlog.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.eventlog.mail.MailChoice;
import org.waypost.eventlog.syslog.SyslogTarget;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

class SettingsReaderTest {
    private static final Path HOME = Path.of("/srv/waypost");

    private final List<String> refused = new ArrayList<>();
    private final SettingsReader reader = new SettingsReader(HOME, new EventLog() {
        @Override
        public void report(EventType type, Object... parameters) {
            refused.add(type.id() + " " + parameters[1]);
        }

        @Override
        public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
            throw new AssertionError("no outcome is expected here");
        }
    });

    @Test
    void defaultsAreGood() {
        EventLogSettings settings = reader.read(config(Map.of()), Optional.empty());
        assertEquals(List.of(), refused);
        assertEquals(HOME.resolve("data/log/events"), settings.store().folder());
        assertEquals(16L << 20, settings.store().fileSize());
        assertEquals(Duration.ofSeconds(60), settings.foldWindow());
        assertEquals(Optional.empty(), settings.syslog());
        assertEquals(Optional.empty(), settings.mail().to());
        assertEquals(MailChoice.read(List.of("ERROR")).orElseThrow(), settings.mail().choice());
    }

    @Test
    void aBadValueIsToldAndTheLastGoodOneStays() {
        EventLogSettings good = reader.read(config(Map.of("foldWindow", 5, "syslog", "tcp://a:1", "mailTo", "admin@Example.com",
                "mailEvents", new String[] {"Queue/7, WARNING"}, "keepDays", 3, "hostName", "mx")), Optional.empty());
        assertEquals(List.of(), refused);
        EventLogSettings after = reader.read(config(Map.of("foldWindow", 3_601, "syslog", "tcp:a", "mailTo", "admin\r\n@x",
                "mailEvents", new String[] {"Queue"}, "keepDays", 0, "hostName", "m x", "folder", " ", "fileMiB", "much")), Optional.of(good));
        assertEquals(List.of("2 folder", "2 fileMiB", "2 keepDays", "2 foldWindow", "2 syslog", "2 mailTo", "2 mailEvents", "2 hostName"), refused);
        assertEquals(good, after);
        assertEquals(Optional.of(new SyslogTarget.Tcp("a", 1)), after.syslog());
        assertEquals(Optional.of(Address.of("admin@example.com")), after.mail().to());
        assertTrue(reader.read(config(Map.of("syslog", "")), Optional.of(good)).syslog().isEmpty(), "switched off");
    }

    /** As Declarative Services makes it: a value of the wrong type shows when it is asked for. */
    private static EventLogConfig config(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        return (EventLogConfig) Proxy.newProxyInstance(EventLogConfig.class.getClassLoader(), new Class<?>[] {EventLogConfig.class},
                (proxy, method, arguments) -> {
                    Object value = all.getOrDefault(method.getName(), method.getDefaultValue());
                    if (method.getReturnType() == int.class && !(value instanceof Integer)) {
                        throw new IllegalArgumentException("\"" + value + "\" is no number");
                    }
                    return value;
                });
    }
}
