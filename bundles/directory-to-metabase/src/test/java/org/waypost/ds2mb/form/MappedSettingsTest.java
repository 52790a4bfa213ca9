package org.waypost.ds2mb.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.directory.Entry;
import org.waypost.metabase.PropertySchema;
import org.waypost.settings.Field;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.ObjectSettings.Change;
import org.waypost.settings.Standing;

class MappedSettingsTest {
    private static final List<PropertySchema> SCHEMAS = List.of(
            schema("name", "text", "default"), schema("bindings", "texts", "127.0.0.1:2525"),
            new PropertySchema("maxRecipients", "number", Optional.of(1L), Optional.of(100_000L), List.of(), "1000", "How many."),
            schema("relayDomains", "texts", ""), schema("tlsCertificate", "text", ""), schema("requireTls", "flag", "false"),
            new PropertySchema("bareLineEnds", "text", Optional.empty(), Optional.empty(), List.of("refuse", "mend"), "refuse", "What."));

    private final MappedSettings settings = new MappedSettings(pid -> SCHEMAS, entry -> Standing.IN_FORCE);

    private static PropertySchema schema(String name, String type, String standard) {
        return new PropertySchema(name, type, Optional.empty(), Optional.empty(), List.of(), standard, "Help.");
    }

    private static Entry entry(Map<String, List<String>> attributes) {
        return new Entry("cn=Internet,cn=Connections", new UUID(0, 1), attributes);
    }

    private Map<String, List<String>> attributes(ObjectKind kind, Entry entry, Map<String, List<String>> values) {
        return assertInstanceOf(Change.Attributes.class, settings.change(kind, entry, values)).attributes();
    }

    private Map<String, String> faults(ObjectKind kind, Entry entry, Map<String, List<String>> values) {
        return assertInstanceOf(Change.Faults.class, settings.change(kind, entry, values)).byField();
    }

    @Test
    void fieldsOfAVirtualServerAreThoseOfItsComponentAndTheSmartHost() {
        List<Field> fields = settings.fields(ObjectKind.VIRTUAL_SERVER);
        assertEquals(List.of("bindings", "maxRecipients", "relayDomains", "tlsCertificate", "requireTls", "bareLineEnds", "smartHost"),
                fields.stream().map(Field::key).toList());
        assertEquals(new Field("maxRecipients", "Max recipients", "How many.", Field.Type.NUMBER, Optional.of(1L), Optional.of(100_000L),
                List.of(), "1000", false, false, List.of("msExchSmtpMaxRecipients")), fields.get(1));
        assertEquals("TLS certificate", fields.get(3).label());
        assertEquals(List.of("msExchSecureBindings", "msExchServerBindings"), fields.get(0).attributes());
    }

    @Test
    void whatIsReadIsWrittenBack() {
        Entry server = entry(Map.of("msExchServerBindings", List.of("10.0.0.1:25:"), "msExchSecureBindings", List.of("10.0.0.1:465:"),
                "waypostSetting", List.of("requireTls=TRUE", "relayDomains=a.test,b.test", "unknown=kept", "somePassword=kept")));
        Map<String, List<String>> values = settings.read(ObjectKind.VIRTUAL_SERVER, server);
        assertEquals(Map.of("bindings", List.of("10.0.0.1:25", "10.0.0.1:465/tls"), "requireTls", List.of("true"),
                "relayDomains", List.of("a.test", "b.test")), values);
        Map<String, List<String>> written = attributes(ObjectKind.VIRTUAL_SERVER, server, Map.of("bindings", List.of("[::1]:25"),
                "requireTls", List.of(), "relayDomains", List.of("c.test", "d.test"), "maxRecipients", List.of("7")));
        assertEquals(Map.of("msExchServerBindings", List.of("[::1]:25:"), "msExchSecureBindings", List.of(),
                "msExchSmtpMaxRecipients", List.of("7"),
                "waypostSetting", List.of("unknown=kept", "somePassword=kept", "relayDomains=c.test,d.test")), written);
    }

    @Test
    void severalSmartHostsAreOneValue() {
        Entry connector = entry(Map.of("msExchSmtpSmartHost", List.of("a.test, b.test")));
        assertEquals(Map.of("smartHost", List.of("a.test,b.test")), settings.read(ObjectKind.SMTP_CONNECTOR, connector));
    }

    @Test
    void anSmtpConnectorIsMade() {
        assertEquals(Map.of("routingList", List.of("SMTP:*;1"), "msExchSmtpSmartHost", List.of("[10.0.0.1]:2525,mx:example.net"),
                "cost", List.of("7"), "delivContLength", List.of("100"), "authOrig", List.of("cn=A,dc=b"),
                "waypostSetting", List.of("credentials=isp", "schedule=Mon 08:00-09:00", "priorities=low,high")),
                attributes(ObjectKind.SMTP_CONNECTOR, entry(Map.of()), Map.of("addressSpaces", List.of("smtp:*"), "cost", List.of(" 7 "),
                        "smartHost", List.of("[10.0.0.1]:2525, mx:example.net"), "credentials", List.of("isp"), "maxSize", List.of("100"),
                        "allowedSenders", List.of("cn=A,dc=b"), "schedule", List.of("Mon 08:00-09:00"), "priorities", List.of("low", "high"))));
    }

    @Test
    void eachFaultNamesItsFieldTheObjectAndWhatIsAllowed() {
        Map<String, String> faults = faults(ObjectKind.SMTP_CONNECTOR, entry(Map.of()), Map.of("cost", List.of("101"), "smartHost",
                List.of("a b"), "schedule", List.of("noon"), "system", List.of("yes"), "scope", List.of("all"), "nothing", List.of("x"),
                "addressSpaces", List.of("*"), "allowedSenders", List.of("ada"), "relayDomains", List.of("a,b"), "credentials", List.of("a\nb")));
        assertEquals("Cost of the SMTP connector Internet is \"101\", allowed is a whole number from 1 to 100.", faults.get("cost"));
        assertEquals("Scope of the SMTP connector Internet is \"all\", allowed is one of organization, group.", faults.get("scope"));
        assertEquals("There is no setting nothing of the SMTP connector Internet.", faults.get("nothing"));
        assertTrue(faults.get("smartHost").contains("mx:DOMAIN"), faults.get("smartHost"));
        assertTrue(faults.get("schedule").contains("Mon-Fri 08:00-18:00"), faults.get("schedule"));
        assertTrue(faults.get("addressSpaces").contains("TYPE:SPACE;COST"), faults.get("addressSpaces"));
        assertEquals(10, faults.size(), faults.toString());
    }

    @Test
    void aNewVirtualServerHasANameThatTheMetabaseTakes() {
        Entry wrong = new Entry("cn=a b,cn=SMTP", new UUID(0, 1), Map.of());
        assertEquals(Map.of("name", "The name of a virtual server is \"a b\", allowed are letters, digits, '.', '-' and '_' only."),
                faults(ObjectKind.VIRTUAL_SERVER, wrong, Map.of()));
        assertEquals(Map.of("msExchSmtpMaxRecipients", List.of("7")), attributes(ObjectKind.VIRTUAL_SERVER,
                new Entry(wrong.dn(), wrong.id(), Map.of("cn", List.of("a b"))), Map.of("maxRecipients", List.of("7"))));
    }

    @Test
    void whatBelongsTogetherIsAskedForTogether() {
        Map<String, List<String>> spaces = Map.of("routingList", List.of("SMTP:*;1"));
        assertEquals(List.of("oversizeSchedule"), List.copyOf(faults(ObjectKind.SMTP_CONNECTOR, entry(spaces), Map.of("oversize",
                List.of("9"))).keySet()));
        assertEquals(List.of("addressSpaces"), List.copyOf(faults(ObjectKind.SMTP_CONNECTOR, entry(spaces), Map.of("addressSpaces",
                List.of())).keySet()));
        assertEquals(Set.of("targetGroup", "targetBridgeheads"),
                faults(ObjectKind.ROUTING_GROUP_CONNECTOR, entry(Map.of()), Map.of("cost", List.of("1"))).keySet());
    }

    @Test
    void aValueThatNobodyCouldUseIsShownAndCanBeMended() {
        Entry broken = entry(Map.of("routingList", List.of("nonsense"), "cost", List.of("many")));
        assertEquals(Map.of("addressSpaces", List.of("nonsense"), "cost", List.of("many")), settings.read(ObjectKind.SMTP_CONNECTOR, broken));
        assertEquals(Map.of("routingList", List.of("SMTP:*;2")), attributes(ObjectKind.SMTP_CONNECTOR, broken,
                Map.of("addressSpaces", List.of("SMTP:*;2"))));
    }
}
