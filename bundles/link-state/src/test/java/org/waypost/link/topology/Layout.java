package org.waypost.link.topology;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.waypost.directory.Entry;

/** Entries of an organization with the groups West (servers a, b) and East (server c). */
final class Layout {
    static final String WEST = "cn=West,cn=Routing Groups,cn=Example,dc=example";
    static final String EAST = "cn=East,cn=Routing Groups,cn=Example,dc=example";

    final List<Entry> entries = new ArrayList<>(List.of(group("West"), group("East"), server("a", WEST), server("b", WEST), server("c", EAST)));

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static String serverDn(String name) {
        return "cn=" + name + ",cn=Servers,cn=Example,dc=example";
    }

    static String virtualServerDn(String name) {
        return "cn=1,cn=SMTP,cn=Protocols," + serverDn(name);
    }

    static Entry group(String name, String... more) {
        return entry(name, "cn=" + name + ",cn=Routing Groups,cn=Example,dc=example", GroupEntry.CLASS, more);
    }

    static Entry server(String name, String group, String... more) {
        String[] all = Arrays.copyOf(more, more.length + 1);
        all[more.length] = "msExchHomeRoutingGroup=" + group;
        return entry(name, serverDn(name), Servers.CLASS, all);
    }

    static Entry smtp(String... more) {
        return entry("x", "cn=x,cn=Connections," + WEST, Connectors.SMTP, more);
    }

    /** From West to East, unless an attribute is given anew. */
    static Entry betweenGroups(String... more) {
        Map<String, List<String>> values = values(more);
        values.putIfAbsent("msExchDestinationRGDN", List.of(EAST));
        values.putIfAbsent("msExchTargetBridgeheadServersDN", List.of(virtualServerDn("c")));
        return entry("x", "cn=x,cn=Connections," + WEST, Connectors.BETWEEN_GROUPS, values);
    }

    static Entry entry(String name, String dn, String objectClass, String... more) {
        return entry(name, dn, objectClass, values(more));
    }

    private static Entry entry(String name, String dn, String objectClass, Map<String, List<String>> values) {
        values.put("objectClass", List.of("top", objectClass));
        values.put("cn", List.of(name));
        values.values().removeIf(List::isEmpty);
        return new Entry(dn, id(name), values);
    }

    /** {@code name=value}, several times for several values; {@code name} alone for none. */
    private static Map<String, List<String>> values(String... more) {
        Map<String, List<String>> values = new HashMap<>();
        for (String each : more) {
            int equals = each.indexOf('=');
            List<String> present = values.computeIfAbsent(equals < 0 ? each : each.substring(0, equals), none -> new ArrayList<>());
            if (equals >= 0) {
                present.add(each.substring(equals + 1));
            }
        }
        return values;
    }

    Topology with(Entry... more) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(List.of(more));
        return TopologyReader.read(all);
    }
}
