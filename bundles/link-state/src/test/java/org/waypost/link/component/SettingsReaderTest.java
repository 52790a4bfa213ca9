package org.waypost.link.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.participant.ParticipantSettings;
import org.waypost.link.port.Events;

class SettingsReaderTest {
    private final Events events = new Events();

    private ParticipantSettings read(Map<String, Object> values, ParticipantSettings last) {
        LinkStateConfig config = (LinkStateConfig) Proxy.newProxyInstance(LinkStateConfig.class.getClassLoader(),
                new Class<?>[] {LinkStateConfig.class}, (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
        return new SettingsReader(LinkStateComponent.PID, events).read(config, last);
    }

    @Test
    void anEmptyConfigurationIsTheDefault() {
        assertEquals(ParticipantSettings.DEFAULT, read(Map.of(), ParticipantSettings.DEFAULT));
        assertEquals(0, events.all().size());
    }

    @Test
    void aBadValueIsToldAndTheLastGoodOneStays() {
        ParticipantSettings good = read(Map.of("keepAlive", 7, "damping", 0, "takeOver", true), ParticipantSettings.DEFAULT);
        assertEquals(Duration.ofSeconds(7), good.keepAlive());
        assertEquals(good, read(Map.of("keepAlive", 0, "damping", -1, "takeOver", true), good));
        assertEquals(2, events.count(LinkStateEvent.BAD_CONFIGURATION));
    }
}
