package org.waypost.smtp.client.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.smtp.client.ClientSettings;
import org.waypost.smtp.client.session.TlsPolicy;

class SettingsReaderTest {
    @TempDir
    private Path home;

    @Test
    void theDefaultsAreValid() throws Exception {
        ClientSettings settings = read(Map.of());
        assertEquals("machine.example", settings.hostName());
        assertEquals(25, settings.port());
        assertEquals(TlsPolicy.OPPORTUNISTIC, settings.tls());
        assertEquals(Set.of(InetAddress.getByName("192.0.2.50")), settings.limits().ownAddresses());
    }

    @Test
    void listsComeAsOneText() throws Exception {
        Files.writeString(home.resolve("one.pw"), "secret\n");
        ClientSettings settings = read(Map.of("credentials", new String[] {"one=u:s@example.org:one.pw"},
                "ownNames", new String[] {"A.example, b.example"}));
        assertEquals("u:s@example.org", settings.credentials().get("one").user());
        assertEquals("secret", settings.credentials().get("one").password());
        assertEquals(Set.of("machine.example", "a.example", "b.example"), settings.limits().ownNames());
        assertFalse(settings.toString().contains("secret"), "a password in a text for people");
    }

    @Test
    void aWrongValueNamesItsKey() {
        assertEquals("port is 0, allowed are 1 to 65535", refused(Map.of("port", 0)));
        assertTrue(refused(Map.of("tls", "maybe")).startsWith("tls is 'maybe'"));
        assertTrue(refused(Map.of("hostName", "no name")).startsWith("hostName is"));
        assertTrue(refused(Map.of("sourceAddress", new String[] {"host.example"})).startsWith("sourceAddress:"));
        assertTrue(refused(Map.of("credentials", new String[] {"one=user"})).startsWith("credentials:"));
        assertTrue(refused(Map.of("credentials", new String[] {"one=user:missing.pw"})).startsWith("credentials:"));
    }

    private String refused(Map<String, Object> values) {
        return assertThrows(IllegalArgumentException.class, () -> read(values)).getMessage();
    }

    private ClientSettings read(Map<String, Object> values) throws UnknownHostException {
        SmtpClientConfig config = (SmtpClientConfig) Proxy.newProxyInstance(SmtpClientConfig.class.getClassLoader(),
                new Class<?>[] {SmtpClientConfig.class},
                (proxy, key, arguments) -> values.getOrDefault(key.getName(), key.getDefaultValue()));
        return new SettingsReader(home, "machine.example", Set.of(InetAddress.getByName("192.0.2.50"))).read(config);
    }
}
