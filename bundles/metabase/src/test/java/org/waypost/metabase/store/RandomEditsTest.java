package org.waypost.metabase.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.metabase.Edit;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.Value;
import org.waypost.metabase.Written;
import org.waypost.testkit.metabase.MemoryMetabase;
import org.waypost.testkit.metabase.MetabaseContract;
import org.waypost.testkit.time.ManualClock;

/** The same random edits are made on a metabase in a folder and on the plain one in memory. */
class RandomEditsTest {
    private static final int WRITES = 400;
    private static final List<String> NAMES = List.of("a", "b", "c d", "[e]");

    private final Random random = new Random(4_711);
    private final ManualClock clock = new ManualClock();
    @TempDir
    private Path folder;

    @Test
    void bothAreAlwaysTheSame() throws Exception {
        MetabaseFixture fixture = new MetabaseFixture(folder.resolve("metabase"), clock, pid -> Optional.empty());
        MemoryMetabase model = new MemoryMetabase(clock);
        for (int round = 0; round < 4; round++) {
            try (RocksMetabase metabase = fixture.open()) {
                assertEquals(model.subtree(MetabaseKey.ROOT), metabase.subtree(MetabaseKey.ROOT));
                assertEquals(model.history().stream().map(Metabase.Version::version).toList(),
                        metabase.history().stream().map(Metabase.Version::version).toList());
                for (int i = 0; i < WRITES / 4; i++) {
                    writeBoth(metabase, model);
                }
                checkExport(metabase, round);
            }
        }
        assertEquals(Set.of(MetabaseEvent.OPENED, MetabaseEvent.CLOSED), new HashSet<>(fixture.events()));
    }

    private void writeBoth(Metabase metabase, Metabase model) throws Exception {
        Set<MetabaseKey> seen = new HashSet<>();
        Set<MetabaseKey> expected = new HashSet<>();
        Written written;
        Written modelled;
        try (var one = metabase.watch(MetabaseKey.ROOT, seen::addAll); var other = model.watch(MetabaseKey.ROOT, expected::addAll)) {
            MetabaseWrite write = write();
            written = MetabaseContract.get(metabase.write(write));
            modelled = MetabaseContract.get(model.write(write));
            assertEquals(modelled instanceof Written.Done, written instanceof Written.Done, write.toString());
            assertEquals(expected, seen, write.toString());
            assertEquals(model.subtree(MetabaseKey.ROOT), metabase.subtree(MetabaseKey.ROOT), write.toString());
            assertEquals(model.version(), metabase.version());
        }
    }

    private void checkExport(Metabase metabase, int round) throws Exception {
        String text = metabase.export(MetabaseKey.ROOT);
        assertEquals(new Written.Done(metabase.version()), MetabaseContract.get(metabase.importText(text)), "it changes nothing");
        MetabaseFixture fixture = new MetabaseFixture(folder.resolve("other" + round), clock, pid -> Optional.empty());
        try (RocksMetabase other = fixture.open()) {
            MetabaseContract.get(other.importText(text));
            String again = other.export(MetabaseKey.ROOT);
            MetabaseContract.get(metabase.importText(again));
            assertEquals(text, metabase.export(MetabaseKey.ROOT));
        }
    }

    private MetabaseWrite write() {
        List<Edit> edits = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            edits.add(edit());
        }
        Writer[] writers = Writer.values();
        return new MetabaseWrite(writers[random.nextInt(writers.length)], edits);
    }

    private Edit edit() {
        MetabaseKey key = MetabaseKey.ROOT;
        for (int depth = 1 + random.nextInt(3); depth > 0; depth--) {
            key = key.child(NAMES.get(random.nextInt(NAMES.size())));
        }
        if (random.nextInt(8) == 0) {
            return new Edit.Set(key, Metabase.KEY_TYPE, new Value.Text("type" + random.nextInt(3)), Optional.empty());
        }
        String property = NAMES.get(random.nextInt(NAMES.size()));
        return switch (random.nextInt(10)) {
            case 0 -> new Edit.Remove(key);
            case 1 -> new Edit.Unset(key, property);
            case 2 -> new Edit.Override(key, property, value(), clock.instant().plus(Duration.ofDays(1)));
            case 3 -> new Edit.EndOverride(key, property);
            case 4 -> new Edit.Set(key, property, value(), Optional.of("cn=" + random.nextInt(3)));
            default -> new Edit.Set(key, property, value(), Optional.empty());
        };
    }

    private Value value() {
        String text = new String(new char[] {(char) random.nextInt(Character.MAX_VALUE), '"', (char) random.nextInt(100), '\\'});
        return switch (random.nextInt(5)) {
            case 0 -> new Value.Number(random.nextLong());
            case 1 -> new Value.Flag(random.nextBoolean());
            case 2 -> new Value.Texts(List.of(text, "", text));
            default -> new Value.Text(text);
        };
    }
}
