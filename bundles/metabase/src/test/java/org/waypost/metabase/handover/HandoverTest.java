package org.waypost.metabase.handover;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.PropertySchema;
import org.waypost.metabase.Value;
import org.waypost.metabase.schema.Attribute;
import org.waypost.metabase.schema.Attribute.Kind;
import org.waypost.metabase.schema.KeyType;
import org.waypost.metabase.schema.KeyTypes;
import org.waypost.metabase.store.MetabaseEvent;
import org.waypost.testkit.metabase.MemoryMetabase;
import org.waypost.testkit.metabase.MetabaseContract;

class HandoverTest {
    private static final MetabaseKey SERVICE = MetabaseKey.of("/LM/SmtpSvc");
    private static final String SERVER = "org.waypost.smtp.server";
    private static final String DNS = "org.waypost.dns";

    private final Metabase metabase = new MemoryMetabase();
    private final Map<String, KeyType> known = Map.of(
            SERVER, type(SERVER, true, attribute("name", Kind.TEXT), attribute("maxHops", Kind.LONG), attribute("localDomains", Kind.TEXTS)),
            DNS, type(DNS, false, attribute("rounds", Kind.INTEGER)));
    private KeyTypes types = pid -> Optional.ofNullable(known.get(pid));

    @BeforeEach
    void fill() throws Exception {
        set(SERVICE, "maxHops", new Value.Number(30));
        set(SERVICE, "name", new Value.Text("not for those below"));
        set(SERVICE.child("one"), Metabase.KEY_TYPE, new Value.Text(SERVER));
        set(SERVICE.child("two"), Metabase.KEY_TYPE, new Value.Text(SERVER));
        set(SERVICE.child("two"), "maxHops", new Value.Text("50"));
        set(MetabaseKey.of("/LM/Dns"), Metabase.KEY_TYPE, new Value.Text(DNS));
    }

    @Test
    void eachKeyOfAFactoryIsAConfigurationWithWhatItInherits() throws Exception {
        Map<String, Wanted> wanted = handover().wanted();
        assertEquals(Set.of(SERVER + "~one", SERVER + "~two", DNS), wanted.keySet());
        assertEquals(Map.of("name", "one", "maxHops", 30L), wanted.get(SERVER + "~one").properties());
        assertEquals(Map.of("name", "two", "maxHops", 50L), wanted.get(SERVER + "~two").properties());
        assertEquals(Map.of(), wanted.get(DNS).properties());
    }

    @Test
    void domainsBelowAVirtualServerAreItsLocalDomains() throws Exception {
        set(SERVICE.child("one").child("Domain").child("example.org"), "authoritative", new Value.Flag(true));
        set(SERVICE.child("one").child("Domain").child("example.com"), "authoritative", new Value.Flag(false));
        set(SERVICE.child("one"), "localDomains", new Value.Text("example.net,example.org"));
        assertArrayEquals(new String[] {"example.net", "example.org", "example.com"},
                (String[]) handover().wanted().get(SERVER + "~one").properties().get("localDomains"));
        assertEquals(Optional.empty(), Optional.ofNullable(handover().wanted().get(SERVER + "~two").properties().get("localDomains")));
    }

    @Test
    void whatNoBundleKnowsNowIsLeftAsItIs() throws Exception {
        types = pid -> Optional.ofNullable(known.get(pid)).filter(KeyType::factory);
        assertEquals(Set.of(SERVER + "~one", SERVER + "~two"), handover().wanted().keySet());
        assertEquals(Set.of(DNS, DNS + "~Dns"), handover().asleep());
    }

    @Test
    void whatCannotBeHandedOverIsNamed() throws Exception {
        set(MetabaseKey.of("/LM/Dns"), "round", new Value.Number(1));
        set(MetabaseKey.of("/LM/Dns"), "rounds", new Value.Text("many"));
        set(MetabaseKey.of("/LM/Other"), Metabase.KEY_TYPE, new Value.Text(DNS));
        assertEquals(Set.of(
                new Problem(MetabaseEvent.UNKNOWN_PROPERTY, List.of("round", MetabaseKey.of("/LM/Dns"), DNS)),
                new Problem(MetabaseEvent.BAD_VALUE, List.of("rounds", MetabaseKey.of("/LM/Dns"), "a whole number", "")),
                new Problem(MetabaseEvent.TWO_KEYS, List.of(MetabaseKey.of("/LM/Dns"), MetabaseKey.of("/LM/Other"), DNS))),
                handover().problems());
        assertEquals(Map.of(), handover().wanted().get(DNS).properties());
    }

    private Handover handover() {
        return Handover.of(metabase.subtree(MetabaseKey.ROOT), types);
    }

    private void set(MetabaseKey key, String property, Value value) throws Exception {
        MetabaseContract.done(metabase, Writer.ADMINISTRATOR, MetabaseContract.set(key, property, value));
    }

    private static KeyType type(String pid, boolean factory, Attribute... attributes) {
        return new KeyType(pid, factory, List.of(attributes).stream()
                .collect(Collectors.toMap(attribute -> attribute.schema().name(), attribute -> attribute)));
    }

    private static Attribute attribute(String name, Kind kind) {
        return new Attribute(new PropertySchema(name, kind.type(), Optional.empty(), Optional.empty(), List.of(), "", ""), kind);
    }
}
