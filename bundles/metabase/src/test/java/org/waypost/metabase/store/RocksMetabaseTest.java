package org.waypost.metabase.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.metabase.Edit;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.PropertySchema;
import org.waypost.metabase.Value;
import org.waypost.metabase.Written;
import org.waypost.metabase.schema.Attribute;
import org.waypost.metabase.schema.KeyType;
import org.waypost.service.ServiceAwayException;
import org.waypost.testkit.metabase.MetabaseContract;
import org.waypost.testkit.time.ManualClock;

class RocksMetabaseTest {
    private static final MetabaseKey DNS = MetabaseKey.of("/LM/Dns");
    private final ManualClock clock = new ManualClock();
    @TempDir
    private Path folder;

    @Test
    void anOverrideWhoseEndPassedWhileItWasClosedIsOver() throws Exception {
        MetabaseFixture fixture = new MetabaseFixture(folder, clock, pid -> Optional.empty());
        try (RocksMetabase metabase = fixture.open()) {
            MetabaseContract.done(metabase, Writer.REPLICATION, MetabaseContract.owned(DNS, "rounds", new Value.Number(2)));
            MetabaseContract.done(metabase, Writer.ADMINISTRATOR,
                    new Edit.Override(DNS, "rounds", new Value.Number(9), clock.instant().plusSeconds(60)));
        }
        clock.advance(Duration.ofSeconds(30));
        try (RocksMetabase metabase = fixture.open()) {
            assertEquals(Optional.of(new Value.Number(9)), metabase.read(DNS).orElseThrow().value("rounds"));
        }
        clock.advance(Duration.ofSeconds(30));
        try (RocksMetabase metabase = fixture.open()) {
            assertEquals(Optional.of(new Value.Number(2)), metabase.read(DNS).orElseThrow().value("rounds"));
        }
        assertTrue(fixture.events().contains(MetabaseEvent.OVERRIDE_ENDED));
    }

    @Test
    void theFolderBelongsToOneAtATime() throws Exception {
        MetabaseFixture fixture = new MetabaseFixture(folder);
        RocksMetabase metabase = fixture.open();
        assertTrue(fixture.tryOpen().isEmpty());
        metabase.close();
        ExecutionException failure = assertThrows(ExecutionException.class,
                () -> MetabaseContract.done(metabase, Writer.ADMINISTRATOR, MetabaseContract.set(DNS, "a", new Value.Flag(true))));
        assertInstanceOf(ServiceAwayException.class, failure.getCause());
        fixture.open().close();
    }

    @Test
    void aSettingOutsideItsRangeIsRefusedInWords() throws Exception {
        Attribute rounds = new Attribute(new PropertySchema("rounds", "number", Optional.of(1L), Optional.of(10L), List.of(), "2", ""),
                Attribute.Kind.INTEGER);
        KeyType dns = new KeyType("org.waypost.dns", false, Map.of("rounds", rounds));
        try (RocksMetabase metabase = new MetabaseFixture(folder, clock,
                pid -> Optional.of(dns).filter(type -> type.pid().equals(pid))).open()) {
            Written.Refused refused =
                    MetabaseContract.refused(metabase, Writer.ADMINISTRATOR, MetabaseContract.set(DNS, "rounds", new Value.Number(11)));
            assertEquals("rounds of /LM/Dns cannot be 11: allowed is a whole number from 1 to 10.", refused.reason());
            refused = MetabaseContract.refused(metabase, Writer.ADMINISTRATOR, MetabaseContract.set(DNS, "round", new Value.Number(1)));
            assertEquals("round of /LM/Dns is not known: org.waypost.dns has no such property.", refused.reason());
            MetabaseContract.done(metabase, Writer.REPLICATION, MetabaseContract.owned(DNS, "round", new Value.Number(1)));
            MetabaseContract.done(metabase, Writer.ADMINISTRATOR, MetabaseContract.set(DNS, "rounds", new Value.Number(10)));
            assertEquals(Optional.of(new Value.Text("org.waypost.dns")), metabase.read(DNS).orElseThrow().value(Metabase.KEY_TYPE));
            assertEquals(Optional.of(10L), metabase.schema("org.waypost.dns", "rounds").flatMap(PropertySchema::max));
            Written imported = MetabaseContract.get(metabase.importText("[/LM/Dns]\nrounds = 0\n"));
            assertTrue(imported instanceof Written.Refused, imported.toString());
        }
    }
}
