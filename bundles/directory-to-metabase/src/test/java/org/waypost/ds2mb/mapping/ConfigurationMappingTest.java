package org.waypost.ds2mb.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.directory.Entry;
import org.waypost.ds2mb.mapping.Reading.Corrupt;
import org.waypost.ds2mb.mapping.Reading.DomainClaim;
import org.waypost.ds2mb.mapping.Reading.Route;
import org.waypost.ds2mb.mapping.Reading.Understood;
import org.waypost.metabase.PropertySchema;
import org.waypost.metabase.Value;

class ConfigurationMappingTest {
    private static final String SERVER = "cn=waypost,cn=Servers,cn=Example,cn=Configuration,dc=example,dc=com";
    private static final String VIRTUAL_SERVER = "cn=default,cn=SMTP,cn=Protocols," + SERVER;
    private static final String CONNECTOR = "cn=Internet,cn=Connections,cn=Example,cn=Configuration,dc=example,dc=com";
    private static final Surroundings HERE = new Surroundings("waypost", Set.of(Names.parse(SERVER).orElseThrow()), (pid, key) ->
            Optional.ofNullable(Map.of("requireTls", new PropertySchema(key, "flag", Optional.empty(), Optional.empty(), List.of(), "", ""),
                    "maxErrors", new PropertySchema(key, "number", Optional.of(1L), Optional.of(10L), List.of(), "", ""),
                    "bareLineEnds", new PropertySchema(key, "text", Optional.empty(), Optional.empty(), List.of("refuse", "mend"), "", ""),
                    "relayDomains", new PropertySchema(key, "texts", Optional.empty(), Optional.empty(), List.of(), "", "")).get(key)));

    @Test
    void aVirtualServer() {
        SortedMap<String, Value> properties = own(entry(VIRTUAL_SERVER, "protocolCfgSMTPServer",
                "msExchServerBindings: 127.0.0.1:2525:", "msExchServerBindings: :25:", "msExchSecureBindings: [::1]:0465",
                "msExchSmtpFullyQualifiedDomainName: Mail.Example.com", "msExchSmtpMaxMessageSize: 1048576", "msExchSmtpMaxRecipients: 64",
                "msExchMaxIncomingConnections: 9", "msExchSmtpRelayIpList: 10.0.0.0/8", "msExchSmtpRelayIpList: ::1",
                "msExchSmtpExternalDNSServers: 192.0.2.1, [::1]:5353",
                "waypostSetting: requireTls = TRUE", "waypostSetting: relayDomains=a.test, b.test", "waypostSetting: maxErrors=3",
                "waypostSetting: newKey=a=b", "waypostSetting: somePassword=x"));
        assertEquals(new TreeMap<>(Map.ofEntries(
                Map.entry("KeyType", new Value.Text("org.waypost.smtp.server")),
                Map.entry("bindings", new Value.Texts(List.of("127.0.0.1:2525", "0.0.0.0:25", "[::1]:465/tls"))),
                Map.entry("hostName", new Value.Text("mail.example.com")),
                Map.entry("maxMessageSize", new Value.Number(1_048_576)),
                Map.entry("maxRecipients", new Value.Number(64)),
                Map.entry("maxConnections", new Value.Number(9)),
                Map.entry("relayNetworks", new Value.Texts(List.of("10.0.0.0/8", "::1"))),
                Map.entry("externalDns", new Value.Texts(List.of("192.0.2.1", "[::1]:5353"))),
                Map.entry("requireTls", new Value.Flag(true)),
                Map.entry("relayDomains", new Value.Texts(List.of("a.test", "b.test"))),
                Map.entry("maxErrors", new Value.Number(3)),
                Map.entry("newKey", new Value.Text("a=b")),
                Map.entry("somePassword", new Value.Secret("x")))), properties);
    }

    @Test
    void whatIsOfOthersIsOfNoConcern() {
        String other = SERVER.replace("waypost", "other");
        assertEquals(Understood.NOTHING, read(entry("cn=default,cn=SMTP," + other, "protocolCfgSMTPServer", "msExchServerBindings: bad")));
        assertEquals(Understood.NOTHING, read(entry(CONNECTOR, "msExchRoutingSMTPConnector", "msExchSourceBridgeheadServersDN: cn=1," + other)));
        assertEquals(Understood.NOTHING, read(entry("cn=A,cn=RUS", "msExchAddressListService", "waypostRusServer: other")));
        assertEquals(Understood.NOTHING, read(entry(SERVER, "msExchExchangeServer")));
    }

    @Test
    void aCorruptObjectSaysWhatIsWrong() {
        assertCorrupt("msExchServerBindings: \"127.0.0.1\" is no binding", VIRTUAL_SERVER, "protocolCfgSMTPServer", "msExchServerBindings: 127.0.0.1");
        assertCorrupt("is no binding", VIRTUAL_SERVER, "protocolCfgSMTPServer", "msExchServerBindings: 127.0.0.256:25");
        assertCorrupt("is no binding", VIRTUAL_SERVER, "protocolCfgSMTPServer", "msExchSecureBindings: 127.0.0.1:65536");
        assertCorrupt("msExchSmtpMaxRecipients is 100001, allowed are 1 to 100000", VIRTUAL_SERVER, "protocolCfgSMTPServer",
                "msExchSmtpMaxRecipients: 100001");
        assertCorrupt("\"many\" is no whole number", VIRTUAL_SERVER, "protocolCfgSMTPServer", "msExchSmtpMaxRecipients: many");
        assertCorrupt("neither an address nor", VIRTUAL_SERVER, "protocolCfgSMTPServer", "msExchSmtpRelayIpList: 10.0.0.0/33");
        assertCorrupt("is not an IP address with", VIRTUAL_SERVER, "protocolCfgSMTPServer", "msExchSmtpExternalDNSServers: dns.test");
        assertCorrupt("maxErrors is 11, allowed are 1 to 10", VIRTUAL_SERVER, "protocolCfgSMTPServer", "waypostSetting: maxErrors=11");
        assertCorrupt("allowed are refuse, mend", VIRTUAL_SERVER, "protocolCfgSMTPServer", "waypostSetting: bareLineEnds=keep");
        assertCorrupt("allowed are true and false", VIRTUAL_SERVER, "protocolCfgSMTPServer", "waypostSetting: requireTls=yes");
        assertCorrupt("\"requireTls\" is not a key and its value", VIRTUAL_SERVER, "protocolCfgSMTPServer", "waypostSetting: requireTls");
        assertCorrupt("has maxErrors twice", VIRTUAL_SERVER, "protocolCfgSMTPServer", "waypostSetting: maxErrors=1", "waypostSetting: maxErrors=2");
        assertCorrupt("has maxRecipients, which", VIRTUAL_SERVER, "protocolCfgSMTPServer", "waypostSetting: maxRecipients=1", "msExchSmtpMaxRecipients: 1");
        assertCorrupt("cannot be that of a virtual server", VIRTUAL_SERVER.replace("default", "a b"), "protocolCfgSMTPServer");
        assertCorrupt("is no distinguished name", "default", "protocolCfgSMTPServer");
        assertCorrupt("is no name of a metabase key", "cn=a/b,cn=Connections", "msExchRoutingSMTPConnector");
        assertCorrupt("is no address space", CONNECTOR, "msExchRoutingSMTPConnector", "routingList: everything");
        assertCorrupt("is no domain", CONNECTOR, "msExchRoutingSMTPConnector", "routingList: SMTP:*a..b;1");
        assertCorrupt("is 101, allowed are 1 to 100", CONNECTOR, "msExchRoutingSMTPConnector", "routingList: SMTP:*;101");
        assertCorrupt("is no smart host", CONNECTOR, "msExchRoutingSMTPConnector", "msExchSmtpSmartHost: a b");
        assertCorrupt("is no distinguished name", CONNECTOR, "msExchRoutingSMTPConnector", "msExchSourceBridgeheadServersDN: here");
        assertCorrupt("is no distinguished name", "cn=A,cn=RUS", "msExchAddressListService", "waypostRusServer: waypost", "waypostRecipientBase: here");
        assertCorrupt("its name cannot be State", "cn=State,cn=RUS", "msExchAddressListService", "waypostRusServer: waypost");
        assertCorrupt("has no domain", "cn=P", "msExchRecipientPolicy", "gatewayProxy: SMTP:%m");
        assertCorrupt("\"exa mple.com\" is no domain", "cn=P", "msExchRecipientPolicy", "gatewayProxy: SMTP:@exa mple.com");
    }

    @Test
    void aConnector() {
        Understood connector = understood(entry(CONNECTOR, "msExchRoutingSMTPConnector", "routingList: SMTP:*;5", "routingList: smtp:*.Example.net;10",
                "routingList: SMTP:example.org", "routingList: X400:c=us;a= ;p=Other;3", "cost: 2", "msExchSmtpSmartHost: [192.0.2.1]:2525",
                "msExchSourceBridgeheadServersDN: CN=Default,CN=SMTP,CN=Protocols," + SERVER, "waypostSetting: credentials=relay"));
        assertEquals("/LM/Connectors/Internet", connector.own().orElseThrow().key().toString());
        assertEquals(new Value.Texts(List.of("SMTP:*;5", "SMTP:*.Example.net;10", "SMTP:example.org;1", "X400:c=us;a= ;p=Other;3")),
                connector.own().get().properties().get("addressSpaces"));
        String target = "[192.0.2.1]:2525/relay";
        assertEquals(List.of(new Route("*", target, 5), new Route(".example.net", target, 10), new Route("example.org", target, 1)), connector.routes());
    }

    @Test
    void aPolicy() {
        List<DomainClaim> claims = understood(entry("cn=P", "msExchRecipientPolicy", "gatewayProxy: SMTP:%g.%s@Example.com",
                "gatewayProxy: smtp:@shared.example.com", "gatewayProxy: smtp:@off.example.com", "gatewayProxy: X400:c=us;a= ;p=Example;",
                "disabledGatewayProxy: smtp:@off.example.com", "msExchNonAuthoritativeDomains: SMTP:@shared.example.com",
                "msExchNonAuthoritativeDomains: other.example.com", "msExchNonAuthoritativeDomains: off.example.com")).domains();
        assertEquals(List.of(new DomainClaim("example.com", true), new DomainClaim("other.example.com", false),
                new DomainClaim("shared.example.com", false)), claims);
    }

    @Test
    void aRecipientUpdateService() {
        SortedMap<String, Value> properties = own(entry("cn=Example,cn=RUS", "msExchAddressListService", "waypostRusServer: Waypost",
                "waypostRecipientBase: dc=example,dc=com", "waypostDirectoryServer: ldap://dc1", "waypostSetting: stamping=true"));
        assertEquals(Map.of("KeyType", new Value.Text("org.waypost.policy.rus"), "base", new Value.Text("dc=example,dc=com"),
                "directoryServer", new Value.Text("ldap://dc1"), "stamping", new Value.Text("true")), properties);
    }

    @Test
    void theTableLeadsBackToTheDirectory() {
        Entry entry = entry(VIRTUAL_SERVER, "protocolCfgSMTPServer", "waypostSetting: requireTls=true", "waypostSetting: maxErrors=3");
        ObjectTable table = VirtualServerMapping.TABLE;
        Map<String, List<String>> bindings = table.write(entry, "bindings", Optional.of(new Value.Texts(List.of("127.0.0.1:25", "[::1]:465/tls"))));
        assertEquals(Map.of("msExchServerBindings", List.of("127.0.0.1:25:"), "msExchSecureBindings", List.of("[::1]:465:")), bindings);
        assertEquals(Map.of("msExchSmtpMaxRecipients", List.of("7")), table.write(entry, "maxRecipients", Optional.of(new Value.Number(7))));
        assertEquals(Map.of("msExchSmtpRelayIpList", List.of()), table.write(entry, "relayNetworks", Optional.empty()));
        assertEquals(Map.of("msExchSmtpExternalDNSServers", List.of("192.0.2.1,::1")),
                table.write(entry, "externalDns", Optional.of(new Value.Texts(List.of("192.0.2.1", "::1")))));
        assertEquals(Map.of("waypostSetting", List.of("requireTls=true", "maxErrors=4")), table.write(entry, "maxErrors", Optional.of(new Value.Number(4))));
        assertEquals(Map.of("waypostSetting", List.of("maxErrors=3")), table.write(entry, "requireTls", Optional.empty()));
        Map<String, List<String>> attributes = new TreeMap<>(entry.attributes());
        attributes.putAll(bindings);
        assertEquals(new Value.Texts(List.of("127.0.0.1:25", "[::1]:465/tls")), own(new Entry(entry.dn(), entry.id(), attributes)).get("bindings"));
    }

    private static void assertCorrupt(String cause, String dn, String objectClass, String... attributes) {
        Corrupt corrupt = assertInstanceOf(Corrupt.class, read(entry(dn, objectClass, attributes)), dn);
        assertTrue(corrupt.cause().contains(cause), corrupt.cause());
    }

    private static SortedMap<String, Value> own(Entry entry) {
        return understood(entry).own().orElseThrow().properties();
    }

    private static Understood understood(Entry entry) {
        return assertInstanceOf(Understood.class, read(entry));
    }

    private static Reading read(Entry entry) {
        return ConfigurationMapping.read(entry, HERE);
    }

    private static Entry entry(String dn, String objectClass, String... lines) {
        Map<String, List<String>> attributes = new TreeMap<>(Map.of("objectClass", List.of(objectClass)));
        for (String line : lines) {
            String[] parts = line.split(": ", 2);
            attributes.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
        }
        return new Entry(dn, new UUID(0, 1), attributes);
    }
}
