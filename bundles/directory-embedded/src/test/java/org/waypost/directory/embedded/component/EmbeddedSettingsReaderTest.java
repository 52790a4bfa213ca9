package org.waypost.directory.embedded.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.directory.embedded.EmbeddedSettings;

class EmbeddedSettingsReaderTest {
    private static final Home HOME = new Home(Path.of("/opt/waypost"));

    @Test
    void hasDefaultsThatStayOnThisMachine() {
        EmbeddedSettings settings = EmbeddedSettingsReader.read(config(Map.of()), HOME);
        assertTrue(settings.address().isLoopbackAddress());
        assertEquals(10_389, settings.port());
        assertEquals(Path.of("/opt/waypost/data/directory"), settings.folder());
        assertEquals(Optional.of(Path.of("/opt/waypost/etc/organization.ldif")), settings.organization());
        assertEquals(Optional.empty(), settings.base());
    }

    @Test
    void namesTheKeyThatIsWrong() {
        refuses("port", 0);
        refuses("port", 65_536);
        refuses("address", "localhost.example");
        refuses("folder", " ");
    }

    private static void refuses(String key, Object value) {
        EmbeddedConfig config = config(Map.of(key, value));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> EmbeddedSettingsReader.read(config, HOME));
        assertTrue(e.getMessage().startsWith(key + " is "), e::getMessage);
    }

    private static EmbeddedConfig config(Map<String, Object> values) {
        return (EmbeddedConfig) Proxy.newProxyInstance(EmbeddedConfig.class.getClassLoader(), new Class<?>[] {EmbeddedConfig.class},
                (proxy, key, arguments) -> values.getOrDefault(key.getName(), key.getDefaultValue()));
    }
}
