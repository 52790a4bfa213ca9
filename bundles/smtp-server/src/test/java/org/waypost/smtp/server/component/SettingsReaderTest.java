package org.waypost.smtp.server.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.waypost.connection.ListenerSpec.Binding;
import org.waypost.smtp.server.Events;
import org.waypost.smtp.server.settings.ServerSettings;

class SettingsReaderTest {
    @Test
    void theDefaultsAreValid() {
        ServerSettings settings = reader(Map.of()).read().orElseThrow();
        assertEquals("default", settings.name());
        assertEquals("own.example", settings.hostName());
        assertEquals(List.of(new Binding("127.0.0.1", 2525, false)), settings.bindings());
        assertEquals(134_217_728, settings.limits().messageSize());
        assertEquals(Duration.ofSeconds(300), settings.limits().commandTimeout());
        assertEquals(false, settings.mendBareLineEnds());
        assertTrue(settings.tls().files().isEmpty());
    }

    @Test
    void listsFromAFileAreOneText() {
        ServerSettings settings = reader(Map.of("bindings", new String[] {"127.0.0.1:25, [::1]:465/tls"},
                "tlsCertificate", "etc/c.pem", "tlsKey", "/k.pem", "localDomains", new String[] {"Example.COM,example.net"}))
                .read().orElseThrow();
        assertEquals(List.of(new Binding("127.0.0.1", 25, false), new Binding("::1", 465, true)), settings.bindings());
        assertEquals(Set.of("example.com", "example.net"), settings.relay().localDomains());
        assertEquals(Path.of("/home/waypost/etc/c.pem"), settings.tls().files().orElseThrow().certificateChain());
        assertEquals(Path.of("/k.pem"), settings.tls().files().orElseThrow().privateKey());
    }

    @Test
    void aWrongValueIsNamedWithItsRange() {
        Map<String, Object> wrong = Map.ofEntries(Map.entry("name", "a b"), Map.entry("bindings", new String[] {"::1:25"}),
                Map.entry("hostName", "a..b"), Map.entry("maxRecipients", "0"), Map.entry("maxErrors", "ten"),
                Map.entry("maxMessageSize", "10"), Map.entry("bareLineEnds", "ignore"), Map.entry("requireTls", "yes"),
                Map.entry("relayNetworks", new String[] {"localhost"}), Map.entry("externalDns", new String[] {"dns.example"}), Map.entry("tlsKey", "k.pem"),
                Map.entry("commandTimeout", "86401"), Map.entry("relayDomains", new String[] {"-"}));
        SettingsReader reader = reader(wrong);
        assertTrue(reader.read().isEmpty());
        Set<String> named = new TreeSet<>();
        reader.problems().list().forEach(problem -> named.add(problem.key()));
        Set<String> expected = new TreeSet<>(wrong.keySet());
        expected.remove("tlsKey");
        expected.add("tlsCertificate");
        assertEquals(expected, named);
        assertTrue(reader.problems().list().contains(new SettingProblems.Problem("maxErrors", "ten", "1 to 10000")));
    }

    @Test
    void tlsIsDemandedOnlyWhereItCanBeHad() {
        assertEquals("requireTls", problemOf(Map.of("requireTls", "true")));
        assertEquals("tlsCertificate", problemOf(Map.of("bindings", new String[] {"127.0.0.1:465/tls"})));
    }

    @Test
    void submissionNeedsTlsAndAuthentication() {
        assertEquals("authentication", problemOf(Map.of("authentication", "required")));
        assertEquals("authentication", problemOf(Map.of("authentication", "yes")));
        assertEquals("submission", problemOf(Map.of("submission", "true")));
        Map<String, Object> values = new HashMap<>(Map.of("submission", "true", "tlsCertificate", "c.pem", "tlsKey", "k.pem"));
        assertTrue(reader(values).read().orElseThrow().authentication().isRequired());
        values.put("authentication", "off");
        assertEquals("submission", problemOf(values));
        values.putAll(Map.of("submission", "false", "authenticationFailureDelay", "61"));
        assertEquals("authenticationFailureDelay", problemOf(values));
    }

    @Test
    void problemsAreReportedWithTheirPlace() {
        Events events = new Events();
        SettingProblems problems = new SettingProblems();
        problems.number("maxHops", "0", 1, 1000);
        problems.report(events, Place.of(Map.of("service.pid", "p", "felix.fileinstall.filename", "file:etc/x.cfg"), "q"), "So.");
        assertEquals(List.of("file:etc/x.cfg|maxHops|0|1 to 1000|So.|"), events.texts());
    }

    private static String problemOf(Map<String, Object> values) {
        SettingsReader reader = reader(values);
        assertTrue(reader.read().isEmpty());
        return reader.problems().list().get(0).key();
    }

    private static SettingsReader reader(Map<String, Object> values) {
        SmtpServerConfig config = (SmtpServerConfig) Proxy.newProxyInstance(SmtpServerConfig.class.getClassLoader(),
                new Class<?>[] {SmtpServerConfig.class},
                (proxy, method, args) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
        return new SettingsReader(config, Path.of("/home/waypost"), () -> "own.example");
    }
}
