package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.admin.Answer;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.metabase.Edit;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.PropertySchema;
import org.waypost.metabase.Value;
import org.waypost.service.Gate;
import org.waypost.testkit.metabase.MemoryMetabase;
import org.waypost.testkit.time.ManualClock;

class MetabaseUseCasesTest {
    private static final MetabaseKey KEY = MetabaseKey.of("/LM/SmtpSvc/default");
    private static final String OWNER = "cn=default,cn=SMTP";

    private final ManualClock clock = new ManualClock();
    private final RecordedEvents events = new RecordedEvents();
    private final MetabaseUseCases admin = new MetabaseUseCases(
            new Gate<>("metabase", Duration.ofMillis(20), 10, Runnable::run), events, clock, Duration.ofSeconds(2));
    private final MemoryMetabase metabase = metabase();

    MetabaseUseCasesTest() {
        admin.came(metabase);
    }

    @Test
    void valuesGetTheTypeOfTheirSchema() {
        assertInstanceOf(Answer.Ok.class, set("maxErrors", "20"));
        assertInstanceOf(Answer.Ok.class, set("requireTls", "true"));
        assertInstanceOf(Answer.Ok.class, set("bindings", "127.0.0.1:25"));
        assertInstanceOf(Answer.Ok.class, set("note", "7"));
        assertEquals(Optional.of(new Value.Number(20)), value("maxErrors"));
        assertEquals(Optional.of(new Value.Flag(true)), value("requireTls"));
        assertEquals(Optional.of(new Value.Texts(List.of("127.0.0.1:25"))), value("bindings"));
        assertEquals(Optional.of(new Value.Text("7")), value("note"));
        assertEquals(List.of(AdminEvent.PROPERTY_SET, AdminEvent.PROPERTY_SET, AdminEvent.PROPERTY_SET, AdminEvent.PROPERTY_SET),
                events.types());
    }

    @Test
    void whatIsOfAnotherTypeIsNamedWithItsRange() {
        assertEquals("The property maxErrors of /LM/SmtpSvc/default is a whole number from 1 to 10000, not \"ten\"."
                + " Nothing was changed.", reason(set("maxErrors", "ten")));
        assertTrue(reason(set("requireTls", "yes")).contains("is true or false, not"));
        assertTrue(reason(admin.set(KEY.toString(), "maxErrors", List.of(), Optional.empty())).contains("needs a value"));
    }

    @Test
    void aReplicatedPropertyIsOnlyOverriddenForATime() {
        replicated(new Value.Number(5));
        assertTrue(reason(set("maxHops", "9")).contains(OWNER));
        assertTrue(reason(admin.set(KEY.toString(), "note", List.of("x"), Optional.of(Duration.ofHours(1)))).contains("not replicated"));
        String done = ok(admin.set(KEY.toString(), "maxHops", List.of("9"), Optional.of(Duration.ofHours(1))));
        assertEquals("maxHops of /LM/SmtpSvc/default is 9 until 2026-01-01T01:00:00Z; then it is again what " + OWNER + " says.", done);
        assertEquals(Optional.of(new Value.Number(9)), value("maxHops"));
        assertTrue(ok(admin.unset(KEY.toString(), "maxHops")).startsWith("The override of maxHops"));
        assertEquals(Optional.of(new Value.Number(5)), value("maxHops"));
        assertTrue(reason(admin.unset(KEY.toString(), "maxHops")).contains(OWNER));
    }

    @Test
    void aPropertyIsTakenAwayWhereItIsSet() {
        ok(set("note", "x"));
        assertTrue(ok(admin.unset(KEY.toString(), "note")).contains("no longer set"));
        assertTrue(reason(admin.unset(KEY.toString(), "note")).contains("has no property note of its own"));
        assertEquals(List.of(AdminEvent.PROPERTY_SET, AdminEvent.PROPERTY_UNSET), events.types());
    }

    @Test
    void aSecretStaysOneAndIsNotRepeated() {
        metabase.write(new MetabaseWrite(MetabaseWrite.Writer.ADMINISTRATOR,
                List.of(new Edit.Set(KEY, "password", new Value.Secret("old"), Optional.empty()))));
        assertEquals("password of /LM/SmtpSvc/default is set.", ok(set("password", "sesame")));
        assertEquals(Optional.of(new Value.Secret("sesame")), value("password"));
    }

    @Test
    void whatIsNoKeyOrNotThereIsSaid() {
        assertTrue(reason(admin.key("LM")).startsWith("\"LM\" is no metabase key"));
        assertTrue(reason(admin.key("/None")).startsWith("There is no key /None"));
        assertTrue(reason(admin.export("/None")).startsWith("There is no key /None"));
        assertTrue(reason(admin.watch("/None", change -> { })).startsWith("There is no key /None"));
    }

    @Test
    void aWatchGoesOnWithTheNextMetabase() {
        List<MetabaseAdmin.Change> changes = new CopyOnWriteArrayList<>();
        MetabaseAdmin.Watching watching = ok(admin.watch("/LM", changes::add));
        ok(set("note", "one"));
        admin.went(metabase);
        Metabase next = metabase();
        admin.came(next);
        ok(set("note", "two"));
        watching.close();
        ok(set("note", "three"));
        assertEquals(List.of("one", "two"), changes.stream().filter(change -> change.key().equals(KEY))
                .map(change -> ((Value.Text) change.now().orElseThrow().value("note").orElseThrow()).text()).toList());
    }

    @Test
    void textVersionsAndBackup(@TempDir Path folder) {
        ok(set("note", "one"));
        long version = metabase.version();
        String text = ok(admin.export("/LM"));
        ok(set("note", "two"));
        assertTrue(ok(admin.rollback(version)).startsWith("Local properties are again as in version " + version));
        assertEquals(Optional.of(new Value.Text("one")), value("note"));
        ok(set("note", "three"));
        ok(admin.importText(text));
        assertEquals(Optional.of(new Value.Text("one")), value("note"));
        assertInstanceOf(Answer.Refused.class, admin.importText("?"));
        assertInstanceOf(Answer.Refused.class, admin.rollback(4711));
        assertTrue(ok(admin.history()).size() > 1);
        assertTrue(ok(admin.backup(folder.resolve("b"))).contains("copied to"));
        assertTrue(Files.exists(folder.resolve("b")));
        assertTrue(events.types().containsAll(List.of(AdminEvent.METABASE_ROLLED_BACK, AdminEvent.METABASE_IMPORTED,
                AdminEvent.METABASE_BACKED_UP)));
    }

    private Answer<String> set(String property, String... values) {
        return admin.set(KEY.toString(), property, List.of(values), Optional.empty());
    }

    private Optional<Value> value(String property) {
        return ok(admin.key(KEY.toString())).value(property);
    }

    private void replicated(Value value) {
        metabase.write(new MetabaseWrite(MetabaseWrite.Writer.REPLICATION,
                List.of(new Edit.Set(KEY, "maxHops", value, Optional.of(OWNER)))));
    }

    private MemoryMetabase metabase() {
        MemoryMetabase made = new MemoryMetabase(clock).knows("pid", schema("maxErrors", "number"))
                .knows("pid", schema("requireTls", "flag")).knows("pid", schema("bindings", "texts"));
        made.write(new MetabaseWrite(MetabaseWrite.Writer.SERVICE,
                List.of(new Edit.Set(KEY, Metabase.KEY_TYPE, new Value.Text("pid"), Optional.empty()))));
        return made;
    }

    private static PropertySchema schema(String name, String type) {
        boolean number = type.equals("number");
        return new PropertySchema(name, type, number ? Optional.of(1L) : Optional.empty(), number ? Optional.of(10_000L) : Optional.empty(),
                List.of(), "", "");
    }

    private static <T> T ok(Answer<T> answer) {
        return ((Answer.Ok<T>) assertInstanceOf(Answer.Ok.class, answer, answer.toString())).value();
    }

    private static String reason(Answer<?> answer) {
        return answer instanceof Answer.Refused<?> refused ? refused.reason() : "";
    }
}
