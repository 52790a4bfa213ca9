package org.waypost.console.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.waypost.admin.Answer;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.Property;
import org.waypost.metabase.Value;

/** Some keys with properties of each kind and origin; what is set stays. */
final class SampleMetabase implements MetabaseAdmin {
    private static final MetabaseKey SERVERS = MetabaseKey.of("/LM/SmtpSvc");
    private static final MetabaseKey SERVER = SERVERS.child("default");
    private static final String OWNER = "cn=default,cn=SMTP,cn=Protocols,cn=mail1,cn=Servers,o=Example";

    private final InstantSource clock;
    private final SortedMap<MetabaseKey, SortedMap<String, Property>> keys = new TreeMap<>();

    SampleMetabase(InstantSource clock) {
        this.clock = clock;
        List.of("/", "/LM", "/LM/EventLog", "/LM/Queue", "/LM/SmtpSvc", "/LM/SmtpSvc/default", "/LM/SmtpSvc/submission")
                .forEach(key -> keys.put(MetabaseKey.of(key), new TreeMap<>()));
        Property inherited = new Property(new Value.Number(50), SERVERS, Optional.empty(), Optional.empty());
        keys.get(SERVERS).put("maxHops", inherited);
        SortedMap<String, Property> own = keys.get(SERVER);
        own.put("maxHops", inherited);
        own.put("bindings", property(new Value.Texts(List.of("0.0.0.0:25", "[::]:25")), OWNER, null));
        own.put("hostName", property(new Value.Text("mail1.example.com"), OWNER, clock.instant().plus(Duration.ofHours(5))));
        own.put("maxErrors", property(new Value.Number(10), null, null));
        own.put("helpText", property(new Value.Text("<b>No help</b> here"), null, null));
        own.put("relaySecret", property(new Value.Secret("never shown"), null, null));
    }

    private static Property property(Value value, String owner, Instant override) {
        return new Property(value, SERVER, Optional.ofNullable(owner), Optional.ofNullable(override));
    }

    @Override
    public synchronized Answer<KeyView> key(String text) {
        MetabaseKey key = MetabaseKey.of(text);
        TreeSet<String> children = new TreeSet<>();
        String prefix = text.equals("/") ? "/" : text + "/";
        keys.keySet().stream().map(MetabaseKey::toString).filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
                .forEach(name -> children.add(name.substring(prefix.length()).split("/")[0]));
        return keys.containsKey(key) ? new Answer.Ok<>(new KeyView(key, keys.get(key), children))
                : Answer.Refused.unknown("There is no key " + text + "; metabase:ls shows those below a key.");
    }

    @Override
    public synchronized Answer<String> set(String key, String property, List<String> values, Optional<Duration> override) {
        Value value = values.size() == 1 ? new Value.Text(values.get(0)) : new Value.Texts(values);
        keys.get(MetabaseKey.of(key)).put(property, new Property(value, MetabaseKey.of(key),
                override.map(length -> OWNER), override.map(clock.instant()::plus)));
        return new Answer.Ok<>(property + " of " + key + " is " + String.join(", ", values) + ".");
    }

    @Override
    public synchronized Answer<String> unset(String key, String property) {
        keys.get(MetabaseKey.of(key)).remove(property);
        return new Answer.Ok<>(property + " is no longer set at " + key + ": it is inherited, or its default holds.");
    }

    @Override
    public Answer<Watching> watch(String key, Consumer<Change> changed) {
        throw new UnsupportedOperationException("not asked for by HTTP");
    }

    @Override
    public Answer<String> export(String key) {
        return new Answer.Ok<>("[" + key + "]\nmaxErrors = 10\n");
    }

    @Override
    public Answer<String> importText(String text) {
        throw new UnsupportedOperationException("not asked for by HTTP");
    }

    @Override
    public Answer<List<Metabase.Version>> history() {
        return new Answer.Ok<>(List.of(new Metabase.Version(42, clock.instant(), MetabaseWrite.Writer.ADMINISTRATOR, SERVER.toString()),
                new Metabase.Version(41, clock.instant().minusSeconds(3600), MetabaseWrite.Writer.REPLICATION, SERVERS + ", " + SERVER)));
    }

    @Override
    public Answer<String> rollback(long version) {
        return new Answer.Ok<>("Local properties are again as in version " + version + ".");
    }

    @Override
    public Answer<String> backup(Path folder) {
        throw new UnsupportedOperationException("not asked for by HTTP");
    }
}
