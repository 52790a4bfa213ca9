package org.waypost.metabase.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.metabase.Edit;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.Value;

/** A process that writes is killed; what it said was written is there, and each write as a whole. */
class CrashTest {
    private static final int ROUNDS = 4;
    private static final int WRITERS = 8;
    private static final MetabaseKey KEY = MetabaseKey.of("/LM/Test");
    @TempDir
    private Path folder;

    @Test
    void acknowledgedWritesSurviveAKill() throws Exception {
        Random random = new Random(99);
        long[] acknowledged = new long[WRITERS];
        for (int round = 0; round < ROUNDS; round++) {
            writeAndKill(acknowledged, 50 + random.nextInt(400));
            MetabaseFixture fixture = new MetabaseFixture(folder);
            try (RocksMetabase metabase = fixture.open()) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    Optional<Value> one = metabase.read(KEY.child("w" + writer)).orElseThrow().value("one");
                    Optional<Value> two = metabase.read(KEY.child("w" + writer)).orElseThrow().value("two");
                    assertEquals(one, two, "a write is made as a whole");
                    long found = ((Value.Number) one.orElseThrow()).number();
                    assertTrue(found >= acknowledged[writer], found + " instead of " + acknowledged[writer]);
                    acknowledged[writer] = found;
                }
            }
            assertFalse(fixture.events().contains(MetabaseEvent.DAMAGED), "a kill is no damage");
        }
    }

    private void writeAndKill(long[] acknowledged, int writes) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), CrashTest.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        int seen = 0;
        try (BufferedReader lines = child.inputReader()) {
            for (String line = lines.readLine(); line != null && seen < writes; line = lines.readLine()) {
                String[] parts = line.split(" ");
                acknowledged[Integer.parseInt(parts[0])] = Long.parseLong(parts[1]);
                seen++;
            }
        } finally {
            child.destroyForcibly();
        }
        assertTrue(child.waitFor(10, TimeUnit.SECONDS));
        assertEquals(writes, seen);
    }

    /** The child: each of its writers counts on, and tells of each number after it was written, until it is killed. */
    public static void main(String[] args) throws IOException {
        RocksMetabase metabase = new MetabaseFixture(Path.of(args[0])).open();
        for (int writer = 0; writer < WRITERS; writer++) {
            Optional<Value> last = metabase.read(KEY.child("w" + writer)).flatMap(view -> view.value("one"));
            count(metabase, writer, last.map(value -> ((Value.Number) value).number()).orElse(0L) + 1);
        }
    }

    private static void count(Metabase metabase, int writer, long number) {
        MetabaseKey key = KEY.child("w" + writer);
        metabase.write(new MetabaseWrite(Writer.ADMINISTRATOR, List.of(
                new Edit.Set(key, "one", new Value.Number(number), Optional.empty()),
                new Edit.Set(key, "two", new Value.Number(number), Optional.empty())))).thenAccept(written -> {
                    System.out.println(writer + " " + number);
                    count(metabase, writer, number + 1);
                });
    }
}
