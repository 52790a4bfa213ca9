package org.waypost.directory.ldap.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.directory.Search.Role;
import org.waypost.directory.ldap.ConnectionSettings.Mechanism;
import org.waypost.directory.ldap.service.ServiceSettings;

class SettingsReaderTest {
    private final Map<String, Object> values = new HashMap<>();

    private SettingsReader reader() {
        DirectoryConfig config = (DirectoryConfig) Proxy.newProxyInstance(DirectoryConfig.class.getClassLoader(), new Class<?>[] {DirectoryConfig.class},
                (proxy, key, arguments) -> values.getOrDefault(key.getName(), key.getDefaultValue()));
        return new SettingsReader(Path.of("/home"), config);
    }

    @Test
    void withoutServersThereIsNone() {
        assertFalse(reader().hasServers());
    }

    @Test
    void aListFromAFileIsOneText() {
        values.put("servers", new String[] {"ldap://a:389, srv:example.com"});
        values.put("recipientBase", "dc=example,dc=com");
        values.put("bindDn", "cn=w");
        values.put("passwordFile", "etc/password");
        values.put("mechanism", "Digest-MD5");
        ServiceSettings settings = reader().read();
        assertEquals(List.of("ldap://a:389", "srv:example.com"), settings.places().general());
        assertEquals("dc=example,dc=com", settings.directory().bases().of(Role.GLOBAL_CATALOG));
        assertEquals(Mechanism.DIGEST_MD5, settings.directory().connection().credentials().mechanism());
        assertEquals(Optional.of(Path.of("/home/etc/password")), settings.directory().connection().credentials().passwordFile());
    }

    @Test
    void whatIsNotAllowedNamesItsKey() {
        values.put("servers", new String[] {"ldap://a"});
        bad("requestTimeout", 0);
        bad("loginSeconds", 61);
        bad("foreign", "perhaps");
        bad("recipientBase", "not a dn");
        bad("servers", new String[] {"http://a"});
        bad("passwordFile", "etc/password", "bindDn");
        bad("bindDn", "cn=w", "passwordFile");
    }

    private void bad(String key, Object value) {
        bad(key, value, key);
    }

    private void bad(String key, Object value, String named) {
        Object before = values.put(key, value);
        assertEquals(named, assertThrows(BadSettingException.class, () -> reader().read()).key());
        if (before == null) {
            values.remove(key);
        } else {
            values.put(key, before);
        }
    }
}
