package org.waypost.dns.resolver.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waypost.dns.resolver.DnsSettings;
import org.waypost.dns.update.UpdateSettings;

class DnsSettingsReaderTest {
    @Test
    void theDefaultsAreValid() {
        DnsSettings settings = DnsSettingsReader.read(DnsSettingsReader.defaults());
        assertTrue(settings.servers().isEmpty());
        assertEquals(Duration.ofSeconds(5), settings.timeout());
    }

    @Test
    void aListInOneTextIsSplit() {
        DnsConfig config = with(Map.of("servers", new String[] {"127.0.0.1:5353, ::1"}));
        assertEquals(2, DnsSettingsReader.read(config).servers().size());
    }

    @Test
    void rootServersAreThoseOfTheInternetOrOnesOwn() {
        assertEquals(26, DnsSettingsReader.read(with(Map.of("rootHints", new String[] {"public"}))).rootHints().size());
        assertEquals(2, DnsSettingsReader.read(with(Map.of("rootHints", new String[] {"127.0.0.1:5353", "::1"}))).rootHints().size());
        assertTrue(refused(with(Map.of("rootHints", new String[] {"root"}))).startsWith("rootHints: 'root'"));
    }

    @Test
    void updatesHaveOneServerAndAKeyBelowTheHome() {
        UpdateSettings none = DnsSettingsReader.readUpdates(DnsSettingsReader.defaults(), Path.of("/home"));
        assertTrue(none.server().isEmpty() && none.keyFile().isEmpty());
        UpdateSettings set = DnsSettingsReader.readUpdates(with(Map.of("updateServer", "192.0.2.1:5353", "updateKeyFile", "etc/dns.key")),
                Path.of("/home"));
        assertEquals(5353, set.server().orElseThrow().getPort());
        assertEquals(Path.of("/home/etc/dns.key"), set.keyFile().orElseThrow());
        assertThrows(IllegalArgumentException.class,
                () -> DnsSettingsReader.readUpdates(with(Map.of("updateServer", "192.0.2.1,192.0.2.2")), Path.of("/home")));
    }

    @Test
    void aWrongValueNamesKeyAndRange() {
        assertEquals("timeout is 61, allowed are 1 to 60", refused(with(Map.of("timeout", 61))));
        assertTrue(refused(with(Map.of("servers", new String[] {"dns.example"}))).startsWith("servers: 'dns.example'"));
    }

    private static String refused(DnsConfig config) {
        return assertThrows(IllegalArgumentException.class, () -> DnsSettingsReader.read(config)).getMessage();
    }

    private static DnsConfig with(Map<String, Object> values) {
        return (DnsConfig) Proxy.newProxyInstance(DnsConfig.class.getClassLoader(), new Class<?>[] {DnsConfig.class},
                (proxy, key, arguments) -> values.getOrDefault(key.getName(), key.getDefaultValue()));
    }
}
