package org.waypost.testkit.metabase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.metabase.Edit;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.Property;
import org.waypost.metabase.Value;
import org.waypost.metabase.Written;
import org.waypost.testkit.time.ManualClock;

/** What every {@link Metabase} does. A test class implements it and gives an empty one. */
public interface MetabaseContract {
    MetabaseKey SERVICE = MetabaseKey.of("/LM/SmtpSvc");
    MetabaseKey SERVER = SERVICE.child("default");
    String OWNER = "cn=default,cn=SMTP,cn=Protocols,cn=waypost,cn=Servers,cn=Example,cn=Configuration,dc=example,dc=com";

    /** An empty one; overrides end by this clock soon after it was set. */
    Metabase open(InstantSource clock) throws Exception;

    @Test
    default void propertiesAreInheritedExceptTheKeyType() throws Exception {
        Metabase metabase = open(new ManualClock());
        done(metabase, Writer.ADMINISTRATOR, set(SERVICE, "maxHops", new Value.Number(7)),
                set(SERVICE, Metabase.KEY_TYPE, new Value.Text("org.waypost.smtp.service")),
                set(SERVER.child("Domain").child("example.com"), "authoritative", new Value.Flag(true)));
        assertEquals(Optional.of(new Property(new Value.Number(7), SERVICE, Optional.empty(), Optional.empty())),
                Optional.ofNullable(metabase.read(SERVER).orElseThrow().properties().get("maxHops")));
        assertEquals(Optional.empty(), metabase.read(SERVER).orElseThrow().value(Metabase.KEY_TYPE));
        assertEquals(Set.of("Domain"), metabase.read(SERVER).orElseThrow().children());
        assertEquals(List.of("SmtpSvc", "default", "Domain", "example.com"),
                metabase.subtree(SERVICE).stream().map(view -> view.key().name()).toList());
        assertEquals(Optional.empty(), metabase.read(SERVICE.child("other")));
        assertEquals(List.of(), metabase.subtree(SERVICE.child("other")));
    }

    @Test
    default void aWriteIsMadeAsAWholeOrNotAtAll() throws Exception {
        Metabase metabase = open(new ManualClock());
        done(metabase, Writer.REPLICATION, owned(SERVER, "maxHops", new Value.Number(7)));
        long before = metabase.version();
        refused(metabase, Writer.ADMINISTRATOR, set(SERVER, "other", new Value.Flag(true)), set(SERVER, "maxHops", new Value.Number(8)));
        assertEquals(Set.of("maxHops"), metabase.read(SERVER).orElseThrow().properties().keySet());
        assertEquals(before, metabase.version());
    }

    @Test
    default void theVersionRisesOnlyWhenSomethingChanges() throws Exception {
        Metabase metabase = open(new ManualClock());
        assertEquals(1, done(metabase, Writer.ADMINISTRATOR, set(SERVER, "a", new Value.Text("x"))));
        assertEquals(1, done(metabase, Writer.ADMINISTRATOR, set(SERVER, "a", new Value.Text("x"))));
        assertEquals(1, done(metabase, Writer.ADMINISTRATOR, new Edit.Unset(SERVER, "b"), new Edit.Remove(SERVICE.child("none"))));
        assertEquals(2, done(metabase, Writer.ADMINISTRATOR, new Edit.Unset(SERVER, "a")));
        assertEquals(2, metabase.version());
        assertTrue(metabase.read(SERVER).isPresent(), "a key stays without properties");
    }

    @Test
    default void whatIsReplicatedIsChangedByItsOwnerOnly() throws Exception {
        Metabase metabase = open(new ManualClock());
        done(metabase, Writer.REPLICATION, owned(SERVER, "maxHops", new Value.Number(7)));
        for (Writer writer : List.of(Writer.ADMINISTRATOR, Writer.SERVICE)) {
            for (Edit edit : List.of(set(SERVER, "maxHops", new Value.Number(8)), new Edit.Unset(SERVER, "maxHops"), new Edit.Remove(SERVICE))) {
                Written.Refused refused = refused(metabase, writer, edit);
                assertEquals(SERVER, refused.key());
                assertEquals("maxHops", refused.property());
                assertTrue(refused.reason().contains(OWNER) && refused.reason().contains("/LM/SmtpSvc/default")
                        && refused.reason().contains("maxHops") && refused.reason().contains("timed override"), refused.reason());
            }
            refused(metabase, writer, owned(SERVER, "mine", new Value.Number(8)));
        }
        done(metabase, Writer.REPLICATION, owned(SERVER, "maxHops", new Value.Number(9)));
        assertEquals(Optional.of(OWNER), metabase.read(SERVER).orElseThrow().properties().get("maxHops").owner());
        done(metabase, Writer.REPLICATION, new Edit.Remove(SERVICE));
        assertEquals(Optional.empty(), metabase.read(SERVER));
    }

    @Test
    default void anOverrideHidesTheOwnersValueAndEndsByItself() throws Exception {
        ManualClock clock = new ManualClock();
        Metabase metabase = open(clock);
        done(metabase, Writer.REPLICATION, owned(SERVER, "maxHops", new Value.Number(7)));
        var until = clock.instant().plus(Duration.ofHours(1));
        done(metabase, Writer.ADMINISTRATOR, new Edit.Override(SERVER, "maxHops", new Value.Number(8), until));
        assertEquals(new Property(new Value.Number(8), SERVER, Optional.of(OWNER), Optional.of(until)),
                metabase.read(SERVER).orElseThrow().properties().get("maxHops"));
        done(metabase, Writer.REPLICATION, owned(SERVER, "maxHops", new Value.Number(9)));
        assertEquals(Optional.of(new Value.Number(8)), metabase.read(SERVER).orElseThrow().value("maxHops"));
        clock.set(until);
        // Any write gives a metabase that has no timer the occasion.
        eventually(() -> {
            metabase.write(new MetabaseWrite(Writer.SERVICE, List.of()));
            return metabase.read(SERVER).orElseThrow().value("maxHops").equals(Optional.of(new Value.Number(9)));
        });
        done(metabase, Writer.ADMINISTRATOR, new Edit.Override(SERVER, "maxHops", new Value.Number(8), until.plusSeconds(9)),
                new Edit.EndOverride(SERVER, "maxHops"));
        assertEquals(Optional.empty(), metabase.read(SERVER).orElseThrow().properties().get("maxHops").override());
        refused(metabase, Writer.ADMINISTRATOR, new Edit.Override(SERVER, "other", new Value.Number(8), until.plusSeconds(9)));
    }

    @Test
    default void watchersHearOfWhatLooksDifferentInTheirSubtree() throws Exception {
        Metabase metabase = open(new ManualClock());
        done(metabase, Writer.ADMINISTRATOR, set(SERVER, "a", new Value.Text("x")), set(MetabaseKey.of("/LM/Dns"), "a", new Value.Text("x")));
        BlockingQueue<Set<MetabaseKey>> heard = new LinkedBlockingQueue<>();
        try (Metabase.Watching watching = metabase.watch(SERVER, heard::add)) {
            done(metabase, Writer.ADMINISTRATOR, set(MetabaseKey.of("/LM/Dns"), "a", new Value.Text("y")));
            done(metabase, Writer.ADMINISTRATOR, set(SERVICE, "a", new Value.Text("hidden below")));
            done(metabase, Writer.ADMINISTRATOR, set(SERVICE, "b", new Value.Text("inherited")));
            done(metabase, Writer.ADMINISTRATOR, set(SERVER.child("Domain"), "c", new Value.Text("z")));
            done(metabase, Writer.ADMINISTRATOR, new Edit.Remove(SERVICE));
            assertEquals(Set.of(SERVER), heard.poll(5, TimeUnit.SECONDS));
            assertEquals(Set.of(SERVER, SERVER.child("Domain")), heard.poll(5, TimeUnit.SECONDS));
            assertEquals(Set.of(SERVER, SERVER.child("Domain")), heard.poll(5, TimeUnit.SECONDS));
        }
        done(metabase, Writer.ADMINISTRATOR, set(SERVER, "a", new Value.Text("z")));
        assertTrue(heard.isEmpty(), heard.toString());
    }

    @Test
    default void whatIsExportedIsImportedAndEqualToTheByte() throws Exception {
        Metabase metabase = open(new ManualClock());
        done(metabase, Writer.REPLICATION, owned(SERVER, "maxHops", new Value.Number(7)));
        done(metabase, Writer.SERVICE, set(MetabaseKey.of("/LM/DS2MB"), "position", new Value.Number(99)));
        done(metabase, Writer.ADMINISTRATOR, set(SERVER, "text", new Value.Text("a \"b\"\\\n\r[c] = # d")), set(SERVER, "number", new Value.Number(-5)),
                set(SERVER, "flag", new Value.Flag(true)), set(SERVER, "texts", new Value.Texts(List.of("a, b", "\"", ""))),
                set(SERVER, "none", new Value.Texts(List.of())), set(SERVER, "password", new Value.Secret("quiet")));
        String text = metabase.export(MetabaseKey.ROOT);
        assertFalse(text.contains("quiet"), text);
        assertFalse(text.contains("position"), text);
        var before = metabase.subtree(MetabaseKey.ROOT);
        done(metabase, Writer.ADMINISTRATOR, set(SERVER, "text", new Value.Text("changed")), set(SERVER, "new", new Value.Flag(false)));
        assertInstanceOf(Written.Done.class, get(metabase.importText(text)));
        assertEquals(before, metabase.subtree(MetabaseKey.ROOT));
        assertEquals(text, metabase.export(MetabaseKey.ROOT));
        Metabase other = open(new ManualClock());
        get(other.importText(metabase.export(SERVER)));
        assertEquals(Set.of("text", "number", "flag", "texts", "none"), other.read(SERVER).orElseThrow().properties().keySet());
    }

    @Test
    default void aTextThatCannotBeReadChangesNothing() throws Exception {
        Metabase metabase = open(new ManualClock());
        Written.Refused refused = assertInstanceOf(Written.Refused.class, get(metabase.importText("[/LM/Dns]\ntimeout = 5\nrounds = five\n")));
        assertTrue(refused.reason().contains("ine 3"), refused.reason());
        assertEquals(0, metabase.version());
    }

    @Test
    default void aRollbackBringsBackLocalSettingsOnly() throws Exception {
        Metabase metabase = open(new ManualClock());
        long first = done(metabase, Writer.ADMINISTRATOR, set(SERVER, "a", new Value.Text("x")), set(SERVER, "password", new Value.Secret("old")));
        long second = done(metabase, Writer.ADMINISTRATOR, set(SERVER, "a", new Value.Text("y")), set(SERVER, "b", new Value.Text("y")),
                set(SERVER, "password", new Value.Secret("new")), set(MetabaseKey.of("/LM/Dns"), "timeout", new Value.Number(3)));
        done(metabase, Writer.REPLICATION, owned(SERVER, "maxHops", new Value.Number(7)));
        done(metabase, Writer.SERVICE, set(SERVER, "position", new Value.Number(9)));
        assertEquals(List.of(second, first), metabase.history().stream().map(Metabase.Version::version).toList());
        long back = assertInstanceOf(Written.Done.class, get(metabase.rollback(first))).version();
        assertTrue(back > second);
        var view = metabase.read(SERVER).orElseThrow();
        assertEquals(Set.of("a", "maxHops", "password", "position"), view.properties().keySet());
        assertEquals(Optional.of(new Value.Text("x")), view.value("a"));
        assertEquals(Optional.of(new Value.Secret("old")), view.value("password"));
        assertEquals(Optional.empty(), metabase.read(MetabaseKey.of("/LM/Dns")));
        assertEquals(back, metabase.history().get(0).version());
        assertInstanceOf(Written.Refused.class, get(metabase.rollback(999)));
    }

    @Test
    default void theHistoryIsBounded() throws Exception {
        Metabase metabase = open(new ManualClock());
        for (int i = 1; i <= 12; i++) {
            done(metabase, Writer.ADMINISTRATOR, set(SERVER, "a", new Value.Number(i)));
        }
        assertEquals(List.of(12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L), metabase.history().stream().map(Metabase.Version::version).toList());
    }

    @Test
    default void aBackupGoesToAFolderOfItsOwn(@TempDir Path folder) throws Exception {
        Metabase metabase = open(new ManualClock());
        done(metabase, Writer.ADMINISTRATOR, set(SERVER, "a", new Value.Text("x")));
        Path backup = get(metabase.backup(folder.resolve("backup")));
        assertTrue(Files.isDirectory(backup));
        assertTrue(metabase.backup(backup).toCompletableFuture().handle((path, failure) -> failure != null).get(5, TimeUnit.SECONDS),
                "it must not be there before");
    }

    static Edit set(MetabaseKey key, String property, Value value) {
        return new Edit.Set(key, property, value, Optional.empty());
    }

    static Edit owned(MetabaseKey key, String property, Value value) {
        return new Edit.Set(key, property, value, Optional.of(OWNER));
    }

    /** @return the version after it */
    static long done(Metabase metabase, Writer writer, Edit... edits) throws Exception {
        return assertInstanceOf(Written.Done.class, get(metabase.write(new MetabaseWrite(writer, List.of(edits))))).version();
    }

    static Written.Refused refused(Metabase metabase, Writer writer, Edit... edits) throws Exception {
        return assertInstanceOf(Written.Refused.class, get(metabase.write(new MetabaseWrite(writer, List.of(edits)))));
    }

    static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it did not happen in time");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
