package org.waypost.admin.object;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.directory.Entry;
import org.waypost.topology.AddressSpace;
import org.waypost.topology.Connector;
import org.waypost.topology.Schedule;

class MapComparisonTest {
    private static final UUID SERVER = new UUID(0, 1);
    private static final Layout LAYOUT = Layout.of(List.of(new Entry("cn=n1,cn=Servers", SERVER,
            Map.of("objectClass", List.of("msExchExchangeServer")))));
    private static final Map<String, List<String>> FORM = Map.ofEntries(Map.entry("cost", List.of("7")),
            Map.entry("addressSpaces", List.of("SMTP:*.M\u00fcnchen.test;2", "SMTP:@b.test;1", "X400:c=de;1")),
            Map.entry("smartHost", List.of("a.test,b.test:26")), Map.entry("sourceBridgeheads", List.of("cn=default,cn=N1,cn=Servers")),
            Map.entry("schedule", List.of("never")), Map.entry("maxSize", List.of("5")), Map.entry("allowedSenders", List.of("cn=a")),
            Map.entry("allowedGroups", List.of("cn=b")), Map.entry("priorities", List.of("low", "high")), Map.entry("system", List.of("false")));
    private static final Connector KNOWN = new Connector(new UUID(0, 2), "Internet", "cn=Internet", Connector.Kind.SMTP, 7, Set.of(SERVER), Set.of(),
            List.of(), List.of(new AddressSpace("*.xn--mnchen-3ya.test", 2), new AddressSpace("b.test", 1)), false, List.of("a.test", "b.test:26"), "",
            new Connector.Rules(Set.of("cn=a", "cn=b"), Set.of(), 5 * 1024, Set.of(Connector.Priority.LOW, Connector.Priority.HIGH), false, true),
            Schedule.NEVER, Optional.empty(), Set.of());

    private static boolean isSame(String key, String... values) {
        Map<String, List<String>> changed = new HashMap<>(FORM);
        changed.put(key, List.of(values));
        return new MapComparison(changed, LAYOUT).isSame(KNOWN);
    }

    @Test
    void aConnectorIsAsItsFormSays() {
        assertTrue(new MapComparison(FORM, LAYOUT).isSame(KNOWN));
        assertTrue(isSame("description", "is nothing that routing has"));
    }

    @Test
    void eachSettingCounts() {
        for (Map.Entry<String, String> change : Map.ofEntries(Map.entry("cost", "8"), Map.entry("addressSpaces", "SMTP:b.test;1"),
                Map.entry("smartHost", "b.test:26"), Map.entry("sourceBridgeheads", "cn=n9"), Map.entry("schedule", "always"),
                Map.entry("remoteStarts", "true"), Map.entry("maxSize", "6"), Map.entry("allowedSenders", "cn=c"), Map.entry("refusedGroups", "cn=c"),
                Map.entry("priorities", "low"), Map.entry("system", "true"), Map.entry("nonSystem", "false"), Map.entry("credentials", "isp"),
                Map.entry("scope", "group"), Map.entry("oversize", "9")).entrySet()) {
            assertFalse(isSame(change.getKey(), change.getValue()), change.toString());
        }
    }

    @Test
    void whatRoutingCouldNotReadIsNotInForce() {
        assertFalse(isSame("maxSize", "many"));
        assertFalse(isSame("schedule", "noon"));
    }
}
